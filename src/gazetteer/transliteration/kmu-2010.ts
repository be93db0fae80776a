import { COMMON } from './table';
import type { Table } from './table';

/**
 * The Ukrainian national system: table of resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010. зг is
 * zgh (note 1); soft sign and apostrophe are left out (note 2), and what follows an apostrophe is not the beginning of a
 * word (Знам'янка Znamianka). BGN and PCGN took it over as their 2019 Agreement.
 */
export const KMU_2010: Table = {
  languages: ['uk'],
  letters: {
    ...COMMON, г: 'h', ґ: 'g', є: 'ie', ж: 'zh', и: 'y', і: 'i', ї: 'i', й: 'i', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '',
    ю: 'iu', я: 'ia',
  },
  initial: { uk: { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' } },
  after: { зг: 'gh' },
  apostrophe: 'dropped',
};
