import { COMMON } from './table';
import type { Table } from './table';

/**
 * ISO 9:1995, table 1 (Slavic languages), the same as GOST 7.79-2000 system A: one Latin letter for each Cyrillic one,
 * whatever the language. ъ and ь are ʺ (U+02BA) and ʹ (U+02B9).
 */
export const ISO_9_1995: Table = {
  languages: ['ru', 'uk', 'be', 'bg', 'mk', 'sr'],
  letters: {
    ...COMMON, г: 'g', ѓ: 'ǵ', ґ: 'g\u0300', ђ: 'đ', ё: 'ë', є: 'ê', ж: 'ž', ѕ: 'ẑ', и: 'i', і: 'ì', ї: 'ï', й: 'j', ј: 'ǰ', ќ: 'ḱ',
    љ: 'l\u0302', њ: 'n\u0302', ћ: 'ć', ў: 'ŭ', х: 'h', ц: 'c', ч: 'č', џ: 'd\u0302', ш: 'š', щ: 'ŝ', ъ: 'ʺ', ы: 'y', ь: 'ʹ', э: 'è',
    ю: 'û', я: 'â',
  },
  apostrophe: 'kept',
};
