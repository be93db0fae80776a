import { wordClass } from '../word-class';

/** Words that are numbers. Folded forms. */

const LOW = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TEN = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** one to nineteen. */
export const SMALL_NUMBERS = wordClass<number>('number below twenty', 'English.', LOW.map((word, i) => [word, i + 1] as const));
export const TENS = wordClass<number>('ten', 'English.', TEN.map((word, i) => [word, (i + 2) * 10] as const));
/** first to fiftieth, and hundredth; “twenty-first” is two parts of a word. */
export const ORDINALS = wordClass<number>('ordinal', 'English.', [
  ['first', 1], ['second', 2], ['third', 3], ['fourth', 4], ['fifth', 5], ['sixth', 6], ['seventh', 7], ['eighth', 8], ['ninth', 9], ['tenth', 10],
  ['eleventh', 11], ['twelfth', 12], ['thirteenth', 13], ['fourteenth', 14], ['fifteenth', 15], ['sixteenth', 16], ['seventeenth', 17],
  ['eighteenth', 18], ['nineteenth', 19], ['twentieth', 20], ['thirtieth', 30], ['fortieth', 40], ['fiftieth', 50], ['sixtieth', 60],
  ['seventieth', 70], ['eightieth', 80], ['ninetieth', 90], ['hundredth', 100],
]);

/** one to nineteen, and the tens; a number of several words has one of them as a part. */
export const NUMBERS = wordClass<number>('number in words', 'English.', [...LOW.map((word, i) => [word, i + 1] as const), ...TEN.map((word, i) => [word, (i + 2) * 10] as const)]);

/** Words that say about how many, and scales that stand for a number by themselves. */
export const CROWDS = wordClass('crowd', 'English.', `
  hundred hundreds thousand thousands million millions billion billions dozen dozens scores half quarter several few handful`);
