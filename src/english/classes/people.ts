import { wordClass } from '../word-class';

/** People: how they are addressed, ranked and related. Folded forms (`base/fold`). */

export const HONORIFICS = wordClass('honorific', 'Forms of address in British and American style guides; “he” stands in “H.E.” only.', `
  mr mrs ms miss mx messrs dr prof professor sir dame lord lady baroness baron h.e. he excellency hon honorable honourable madam
  madame reverend rev sheikh shaikh`);

/** Honorifics that stand beside a title rightly (spec `title-stacked`). */
export const TITLE_COMPATIBLE = wordClass('honorific beside a title', 'Those that protocol puts beside a title.', `
  dr prof professor sir dame lord lady baroness baron h.e. he excellency sheikh shaikh`);

export const FEMALE_HONORIFICS = wordClass('female honorific', 'As `HONORIFICS`.', `
  mrs ms miss dame lady baroness madam madame`);
export const MALE_HONORIFICS = wordClass('male honorific', 'As `HONORIFICS`.', `
  mr sir lord baron`);

/** Ranks and how they are abbreviated; the value is the full rank. */
export const RANKS = wordClass<string>('rank', 'Ranks of the armed forces of NATO states (STANAG 2116) and of Russia, with Associated Press abbreviations.', [
  ['general', 'general'], ['gen', 'general'], ['lt gen', 'lieutenant general'], ['lieutenant general', 'lieutenant general'],
  ['maj gen', 'major general'], ['major general', 'major general'], ['brig gen', 'brigadier general'], ['brigadier general', 'brigadier general'],
  ['colonel general', 'colonel general'], ['col gen', 'colonel general'], ['army general', 'army general'],
  ['brigadier', 'brigadier'], ['brig', 'brigadier'], ['colonel', 'colonel'], ['col', 'colonel'], ['lieutenant colonel', 'lieutenant colonel'],
  ['lt col', 'lieutenant colonel'], ['major', 'major'], ['maj', 'major'], ['captain', 'captain'], ['capt', 'captain'],
  ['lieutenant', 'lieutenant'], ['lt', 'lieutenant'], ['sergeant', 'sergeant'], ['sgt', 'sergeant'], ['admiral', 'admiral'], ['adm', 'admiral'],
  ['vice admiral', 'vice admiral'], ['rear admiral', 'rear admiral'], ['commodore', 'commodore'], ['commander', 'commander'], ['cmdr', 'commander'],
  ['marshal', 'marshal'], ['field marshal', 'field marshal'], ['air marshal', 'air marshal'], ['air chief marshal', 'air chief marshal'],
  ['air vice marshal', 'air vice marshal'], ['air commodore', 'air commodore'],
]);

/** What people have and countries, ships and firms do not: behind a possessive it shows that a person is meant. */
export const PERSONAL = wordClass('what a person has', 'Nouns behind the names of leaders in agency reports: their governments, their people, their words, their families.', `
  government cabinet administration coalition ministers aide aides adviser advisers advisor advisors spokesman spokeswoman spokesperson office party allies
  supporters critics rivals opponents lawyers predecessor successor deputy speech remarks address statement letter visit trip decision proposal resignation
  presidency premiership wife husband widow son daughter brother sister father mother`);

/** Lower-case parts of surnames and given names (von der Leyen, bin Salman, da Silva). */
export const PARTICLES = wordClass('particle', 'Parts of surnames in Germanic, Romance, Arabic, Hebrew, Turkish and Irish names.', `
  von van der den de da do dos das di del della du la le al el bin bint ibn ben zu zum af av ter ten ul ur abu y e st san santa
  mac o`);
