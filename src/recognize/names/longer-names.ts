import { alignmentDistance } from '../../base/distance';
import type { Person } from '../../gazetteer/model';
import { formsOf } from '../../gazetteer/tables/names';
import { type Context, type Found, runsOn } from './name-context';

/** A full name of more words, as recorded. */
interface Longer {
  readonly text: readonly string[];
  readonly words: readonly string[];
}

/**
 * “Moussa Faki Mahamat”, “Moussa Faki Mahamet”: a name that is known without its last words stands before those words.
 * The words after a known name up to the end of the run must be those of a longer form, at most one of them a letter off.
 */
export function longerName(c: Context, found: Found, end: number): Found | undefined {
  const { start, end: stop, exact } = found;
  if (stop >= end || !exact.some(match => match.part === 'full') || !runsOn(c, stop - 1, end)) return undefined;
  for (const { person: id } of exact) {
    const person = c.gazetteer.person(id)!;
    for (const { words, text } of fullForms(person)) {
      if (words.length !== end - start || words.length !== text.length || !words.slice(0, stop - start).every((word, k) => c.folded[start + k] === word)) continue;
      const odd = words.flatMap((word, k) => (c.folded[start + k] === word ? [] : [k]));
      const [at] = odd;
      const whole = { ...found, end, family: [found.family[0], end] as const };
      if (at === undefined) return { ...whole, exact: [{ person: id, part: 'full', form: text.join(' ') }] };
      if (odd.length !== 1 || words[at]!.length < 4 || alignmentDistance(c.folded[start + at]!, words[at]!, 1) > 1) continue;
      const { start: from, end: to } = c.text.tokens[start + at]!;
      return {
        ...whole, given: found.given ?? [start, start + 1], exact: [],
        near: [{ person: id, correct: text[at]!, part: 'family', span: { start: from, end: to }, distance: 1, listed: false, needsContext: true, given: 'equal' }],
      };
    }
  }
  return undefined;
}

function* fullForms(person: Person): Iterable<Longer> {
  const { givens, families, singles } = formsOf(person);
  for (const { words, text } of singles) yield { words, text: text.split(/\s+/) };
  for (const given of givens) for (const family of families) yield { words: [...given.words, ...family.words], text: `${given.text} ${family.text}`.split(/\s+/) };
}
