import { COMMON } from './table';
import type { Table } from './table';

/**
 * ICAO Doc 9303, Machine Readable Travel Documents, part 3 (7th edition 2015), section 6 B, transliteration of Cyrillic
 * characters, with its exceptions for Belarusian and Ukrainian. The table has no row for ь and none for the apostrophe:
 * neither is written.
 */
export const ICAO_9303: Table = {
  languages: ['ru', 'uk', 'be'],
  letters: {
    ...COMMON, г: 'g', ґ: 'g', ё: 'e', є: 'ie', ж: 'zh', и: 'i', і: 'i', ї: 'i', й: 'i', ў: 'u', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh',
    щ: 'shch', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
  },
  byLanguage: { be: { г: 'h', ё: 'io' }, uk: { г: 'h', и: 'y' } },
  initial: { uk: { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' } },
  apostrophe: 'dropped',
};
