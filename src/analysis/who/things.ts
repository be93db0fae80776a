import { fold } from '../../base/fold';
import { NAMED_AFTER, NAMING_NOUNS, WEAPON_NOUNS } from '../../english/classes/firms';
import { ACTING, PERSONAL, SAYING } from '../../english/lexicon';
import type { NameMention } from '../../recognize/model';

/** Whether the name is a thing’s: Truss Construction, the frigate Admiral Makarov, Shahed drones. A title or honorific beside it is a person’s. */
export function namesThing(prose: string, { span, title, honorific, possessive }: NameMention): boolean {
  if (title || honorific || possessive) return false;
  const after = prose.slice(span.end, span.end + 60);
  const [, joint, first, second] = /^( |[-‐‑])(\p{L}+)(?: (\p{Lu}\p{L}*))?/u.exec(after) ?? [];
  if (first !== undefined && (/^\p{Ll}/u.test(first) ? isMake(joint!, fold(first)) : NAMED_AFTER.has(fold(first)) || second !== undefined && NAMED_AFTER.has(fold(second)))) return true;
  if (/^ (?:& \p{Lu}|and (?:Sons|Partners)\b)/u.test(prose.slice(span.end, span.end + 14))) return true;
  const before = /(\p{L}+) (?:Admiral |Marshal |General |President |King |Queen |Prince )?["“‘]?$/u.exec(prose.slice(Math.max(0, span.start - 40), span.start));
  return before !== null && NAMING_NOUNS.has(fold(before[1]!));
}

/** “Shahed drones”, “Ford-class”. */
function isMake(joint: string, word: string): boolean {
  return joint === ' ' ? WEAPON_NOUNS.has(word) : word === 'class' || word === 'type';
}

/** Whether the words behind a bare name are such as only people have: it says or does something, or its government, its spokesman follows. */
export function actsAsPerson(prose: string, { span, possessive }: NameMention): boolean {
  const next = /^(?:['’]s?)? (?:(?:also|has|had|then|once|again|later|now) )?(\p{Ll}+)/u.exec(prose.slice(span.end, span.end + 40));
  if (!next) return false;
  const word = fold(next[1]!);
  return possessive ? PERSONAL.has(word) : word !== 'is' && (SAYING.has(word) || ACTING.has(word));
}
