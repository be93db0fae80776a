/** Words that can follow a noun and cannot be one that it describes. */
const AFTER_NOUN = new Set((
  'is was are were has had have will would can could may might must should did does do said says and or but to in on of with for from at by that which who '
  + 'as than while when if because before after since until wants also not still now then too alone itself under over into through against without during '
  + 'today yesterday tomorrow again soon later'
).split(' '));

/**
 * Whether a noun ends its phrase at an offset: a stop, a function word or a verb in the past follows. “The Ukraine
 * package” and “the US officials” go on with another noun.
 */
export function endsNounPhrase(prose: string, end: number): boolean {
  const next = /^\s+([\p{L}’'-]+)/u.exec(prose.slice(end, end + 60));
  if (!next) return true;
  const word = next[1]!;
  return AFTER_NOUN.has(word.toLowerCase()) || /^\p{Ll}{3,}ed$/u.test(word);
}
