import { COMMON } from './table';
import type { Letters, Table } from './table';

/**
 * Romanization of Russian, BGN/PCGN 1947 System (adopted by BGN in 1944 and by PCGN in 1947; checked June 2019).
 * Note 1: е is ye at the beginning of a word, after vowels and after й, ъ and ь; note 2: ё is yë in those places, and is
 * romanized as е where the dieresis is not shown. The raised dots of note 3 (t·s, y·a) are optional and not used.
 */
const BEFORE_YE = [...'аеёиоуыэюяйъь'];

const afterVowels: Letters = Object.fromEntries(BEFORE_YE.flatMap(letter => [[`${letter}е`, 'ye'], [`${letter}ё`, 'yë']]));

export const BGN_PCGN_1947: Table = {
  languages: ['ru'],
  letters: {
    ...COMMON, г: 'g', ё: 'ë', ж: 'zh', и: 'i', й: 'y', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '”', ы: 'y', ь: '’', э: 'e',
    ю: 'yu', я: 'ya',
  },
  initial: { ru: { е: 'ye', ё: 'yë' } },
  after: afterVowels,
  apostrophe: 'kept',
  plain: value => value.replace(/[’”]/g, '').replace('ë', 'e'),
};
