import { PARTICLES } from '../../english/lexicon';
import { alignmentDistance } from '../../base/distance';
import type { Person } from '../../gazetteer/model';
import type { FormMatch, NearMatch } from '../model';
import { ASCII, type Context, type Found, leadsName, ordinary, runsOn } from './name-context';
import { adjacent } from '../../english/tokens';
import type { FamilyForm } from './name-index';

/** A recorded misspelling, form or surname that starts at token `i`; words of the run before it may be its given name. */
export function known(c: Context, from: number, i: number, end: number): Found | undefined {
  const wrong = c.index.misspellings.follow(c.text.ids, i);
  // a listed form of one word before a word of a name is a given name: Keir Simmons
  if (wrong && wrong.end <= end && runsOn(c, i, wrong.end) && !(wrong.end === i + 1 && wrong.end < end && nameWord(c, wrong.end))) return listed(c, from, i, wrong.end, wrong.values);
  const single = c.index.singles.follow(c.text.ids, i);
  if (single && single.end <= end && runsOn(c, i, single.end) && (single.end - i > 1 ? !isGivenOf(c, from, single.end, end) : alone(c, i, end))) {
    return {
      start: i, end: single.end, family: [i, single.end], near: [],
      exact: single.values.map(v => ({ person: v.person.id, part: single.end - i > 1 ? 'full' : 'single', form: v.text })),
    };
  }
  const family = c.index.families.follow(c.text.ids, i);
  if (!family || family.end > end || !runsOn(c, i, family.end)) return undefined;
  if (!c.text.tokens.slice(i, family.end).some(t => t.capital)) return undefined;
  const found = withGiven(c, from, i, family.end, end, family.values);
  // A given name that is somebody else's surname (Alexander, Rice): prefer the surname that a later word completes.
  const whole = found.exact.some(e => e.part === 'full');
  if (family.end < end && isGivenOf(c, from, family.end, end)) return undefined;
  if (!whole && family.end < end && (found.near.length === 0 && (strangerFollows(c, family.end) || surnameFollows(c, i, family.end, end, family.values)))) return undefined;
  // “Jean-Yves Le Drian” is no Le of another given name: a surname alone decides only at the end of a run
  return found.exact.length === 0 && family.end < end && found.end === family.end && !ordinary(c, family.end) ? undefined : found;
}

/** No other word of a name beside it in the run: Guillaume Faury is not the Guillaume whom a record knows. */
function alone(c: Context, i: number, end: number): boolean {
  const next = c.text.tokens[i + 1];
  const previous = c.text.tokens[i - 1];
  if (i + 1 < end && next?.capital && !ordinary(c, i + 1)) return false;
  return !(previous?.capital && c.role[i - 1] === 'name' && adjacent(c.text.prose, previous, c.text.tokens[i]!) && !previous.possessive && !ordinary(c, i - 1));
}

/** A word of no recorded name right after a surname, or after its particles: Faisal Al-Harbali is not the Faisal whom a record knows. */
function strangerFollows(c: Context, next: number): boolean {
  let at = next;
  while (at < c.text.tokens.length - 1 && !c.text.tokens[at]!.capital && PARTICLES.has(c.folded[at]!) && runsOn(c, at, at + 2)) at++;
  return nameWord(c, at) && !c.index.known(c.folded[at]!);
}

/** A given name that is also a surname, or a surname that tells nobody, before a name: François Macron is not Mark Francois beside a Macron. */
function surnameFollows(c: Context, i: number, next: number, end: number, values: readonly FamilyForm[]): boolean {
  const given = c.index.isGiven(c.folded[i]!) || values.every(form => !c.index.distinctive(form.person));
  if (next !== i + 1 || !given || !c.text.tokens[next]!.capital) return false;
  if (nameWord(c, next)) return true;
  const family = c.index.families.follow(c.text.ids, next);
  return family !== undefined && family.end <= end && runsOn(c, i, family.end);
}

function nameWord(c: Context, i: number): boolean {
  const token = c.text.tokens[i]!;
  return token.capital && c.role[i] === 'name' && token.text.length > 1 && !c.gazetteer.isWord(token.folded);
}

/** Whether tokens before `next` belong to the given name, begun at `from` or later, of somebody whose surname follows in the run. */
function isGivenOf(c: Context, from: number, next: number, end: number): boolean {
  for (let k = next; k < end; k++) {
    const family = c.index.families.follow(c.text.ids, k);
    if (!family || family.end > end) continue;
    if (family.values.some(f => {
      const given = givenStatus(c, f.person, from, k);
      return given.status === 'equal' && given.from < next;
    })) return true;
  }
  return false;
}

type GivenStatus = { status: 'equal' | 'near' | 'other' | 'none'; from: number; correct?: string; distance?: number };

/** What the words `[from, to)` before a surname are to a person: a form of the given name, near one, another name, or nothing. */
export function givenStatus(c: Context, person: Person, from: number, to: number): GivenStatus {
  const middles = c.index.middles(person);
  const forms = c.index.givens(person);
  const equal = (end: number): GivenStatus | undefined => {
    const form = forms.find(({ words }) => end - words.length >= from && words.every((w, k) => c.folded[end - words.length + k] === w));
    return form && { status: 'equal', from: end - form.words.length, correct: form.text };
  };
  // recorded initials (K. Shanmugam, JD Vance) are the given name itself
  const whole = equal(to);
  if (whole) return whole;
  let last = to;
  while (last > from && isMiddle(c, last - 1, middles)) last--;
  const before = equal(last);
  if (before) return before;
  if (last === from) {
    // only initials stand before the surname: they must be the person's
    if (to > from && forms.some(f => c.folded[from]![0] === f.words[0]![0])) return { status: 'none', from };
    return to > from ? { status: 'other', from } : { status: 'none', from: to };
  }
  const token = c.text.tokens[last - 1]!;
  if (!token.capital) return { status: 'none', from: to };
  // “José Manuel” for Juan Manuel: of several words the last is right
  const partly = forms.find(({ words }) => words.length > 1 && last - words.length >= from && c.role[last - words.length] === 'name' && !ordinary(c, last - words.length) && !leadsName(c, last - words.length)
    && words.every((w, k) => k === 0 || c.folded[last - words.length + k] === w));
  if (partly) {
    const at = last - partly.words.length;
    const distance = alignmentDistance(c.folded[at]!, partly.words[0]!, 1);
    return distance === 1 && partly.words[0]!.length >= 4 ? { status: 'near', from: at, correct: partly.text.split(/\s/)[0]!, distance } : { status: 'other', from: at, correct: partly.text };
  }
  for (const form of forms) {
    if (form.words.length !== 1 || form.words[0]!.length < 4) continue;
    const distance = alignmentDistance(token.folded, form.words[0]!, 1);
    if (distance === 1) return { status: 'near', from: last - 1, correct: form.text, distance };
  }
  if (ASCII.test(token.text) && c.gazetteer.isWord(token.folded) && !c.index.isGiven(token.folded)) return { status: 'none', from: to };
  return { status: 'other', from: last - 1 };
}

/** An initial, or a middle name or patronymic of the person. */
function isMiddle(c: Context, i: number, middles: ReadonlySet<string> | undefined): boolean {
  const word = c.folded[i]!;
  return word.length === 1 || /^(?:\w\.)+$/.test(word) || (middles?.has(word) ?? false);
}

/** A surname known as it stands, with the words around it that may be the given name. */
function withGiven(c: Context, from: number, at: number, stop: number, end: number, forms: readonly FamilyForm[]): Found {
  const exact: FormMatch[] = [];
  const near: NearMatch[] = [];
  let start = at;
  let last = stop;
  let given: readonly [number, number] | undefined;
  for (const form of forms) {
    const person = form.person;
    const right = person.family_first ? givenRight(c, person, stop, end) : undefined;
    if (right) {
      exact.push({ person: person.id, part: 'full', form: `${form.family} ${right.text}` });
      given = [stop, right.end];
      last = right.end;
      continue;
    }
    const slip = person.family_first ? givenSlipRight(c, person, stop, end) : undefined;
    if (slip) {
      near.push(nearOf(c, person, 'given', slip.at, slip.at + 1, slip.correct, false, true, 'near', 1));
      given = [stop, slip.end];
      last = slip.end;
      continue;
    }
    const left = givenStatus(c, person, from, at);
    if (left.status === 'equal') {
      exact.push({ person: person.id, part: 'full', form: `${left.correct ?? ''} ${form.family}` });
      start = Math.min(start, left.from);
      given = [left.from, at];
    } else if (left.status === 'none') {
      if (left.from < at) start = Math.min(start, left.from);
      exact.push({ person: person.id, part: 'family', form: form.family });
    } else {
      const token = c.text.tokens[left.from]!;
      start = Math.min(start, left.from);
      given = [Math.min(given?.[0] ?? left.from, left.from), at];
      near.push({
        person: person.id, part: 'given', correct: left.correct ?? person.given_name ?? '', span: { start: token.start, end: token.end },
        distance: left.distance ?? Infinity, listed: false, needsContext: true, given: left.status,
      });
    }
  }
  // a full name found: bearers of the bare surname are not meant
  const full = exact.filter(e => e.part === 'full');
  const familyOnly = full.length === 0 && given === undefined;
  return {
    start, end: last, family: [at, stop], ...(given ? { given } : {}),
    exact: full.length > 0 ? full : familyOnly ? exact : [],
    near: full.length > 0 ? [] : near,
  };
}

function givenRight(c: Context, person: Person, stop: number, end: number): { end: number; text: string } | undefined {
  for (const form of c.index.givens(person)) {
    const to = stop + form.words.length;
    if (to <= end && form.words.every((w, k) => c.folded[stop + k] === w) && runsOn(c, stop - 1, to)) return { end: to, text: form.text };
  }
  return undefined;
}

/** The recorded given name of which a word after a surname is one letter off (Xi Jnping, Pham Minh Chin); none where the word is a name of its own. */
function givenSlipRight(c: Context, person: Person, stop: number, end: number): { at: number; end: number; correct: string } | undefined {
  for (const form of c.index.givens(person)) {
    const to = stop + form.words.length;
    if (to > end || !runsOn(c, stop - 1, to)) continue;
    const odd = form.words.flatMap((word, k) => (c.folded[stop + k] === word ? [] : [k]));
    const [at] = odd;
    if (odd.length !== 1 || at === undefined) continue;
    const word = c.folded[stop + at]!;
    // of several words the others are proof enough, whatever the odd one means elsewhere
    const several = form.words.length > 1 && c.text.tokens[stop + at]!.capital;
    if (form.words[at]!.length < (several ? 4 : 5) || (!several && (c.index.known(word) || c.gazetteer.isWord(word)))) continue;
    const part = nameParts(form.text)[at];
    if (part !== undefined && alignmentDistance(word, form.words[at]!, 1) === 1) return { at: stop + at, end: to, correct: part };
  }
  return undefined;
}

/** The words of a name as they are written. */
function nameParts(text: string): string[] {
  return text.split(/\s+/);
}

/** A listed misspelling: of the surname, the given name or the whole name. */
function listed(c: Context, from: number, at: number, stop: number, values: readonly { person: Person; words: readonly string[]; needsContext: boolean }[]): Found {
  const near: NearMatch[] = [];
  let start = at;
  let given: readonly [number, number] | undefined;
  let family: readonly [number, number] = [at, stop];
  for (const value of values) {
    const forms = c.index.surnames(value.person);
    const usual = forms[0];
    const familyKnown = forms.find(f => f.words.length < value.words.length && f.words.every((w, k) => value.words[value.words.length - f.words.length + k] === w));
    if (familyKnown) {
      const cut = stop - familyKnown.words.length;
      near.push(nearOf(c, value.person, 'given', at, cut, value.person.given_name ?? '', true, value.needsContext, 'near', 0));
      given = [at, cut];
      family = [cut, stop];
      continue;
    }
    const wholeName = value.words.length > 1 && c.index.givens(value.person).find(g => g.words.every((w, k) => value.words[k] === w));
    if (wholeName && usual) {
      const cut = at + wholeName.words.length;
      near.push(nearOf(c, value.person, 'family', cut, stop, usual.family, true, value.needsContext, 'equal', 0));
      given = [at, cut];
      family = [cut, stop];
      continue;
    }
    const first = value.person.family_first && forms.find(f => f.words.length < value.words.length && f.words.every((w, k) => value.words[k] === w));
    if (first) {
      // Xi Jingping: the surname comes first and is right
      const cut = at + first.words.length;
      near.push(nearOf(c, value.person, 'given', cut, stop, value.person.given_name ?? '', true, value.needsContext, 'near', 0));
      given = [cut, stop];
      family = [at, cut];
      continue;
    }
    if (value.words.length > 1) {
      near.push(nearOf(c, value.person, 'full', at, stop, value.person.name, true, value.needsContext, 'near', 0));
      continue;
    }
    const left = givenStatus(c, value.person, from, at);
    if (left.status === 'equal' || left.status === 'near' || left.status === 'other') {
      start = Math.min(start, left.from);
      given = [left.from, at];
    }
    near.push(nearOf(c, value.person, 'family', at, stop, usual?.family ?? value.person.name, true, value.needsContext, left.status, 0));
  }
  return { start, end: stop, family, ...(given ? { given } : {}), exact: [], near };
}

function nearOf(c: Context, person: Person, part: NearMatch['part'], at: number, stop: number, correct: string, isListed: boolean,
  needsContext: boolean, given: NearMatch['given'], distance: number): NearMatch {
  return {
    person: person.id, part, correct, span: { start: c.text.tokens[at]!.start, end: c.text.tokens[stop - 1]!.end },
    distance, listed: isListed, needsContext, given,
  };
}
