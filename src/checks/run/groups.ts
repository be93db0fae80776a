import { grouped } from './check';

/** Names of one person, where it is known who is meant. */
export const byPerson = grouped('names', name => name.person?.id);
/** Names with one surname, whoever bears it. */
export const bySurname = grouped('names', name => name.mention.familyFolded);
export const byPlace = grouped('places', use => use.mention.place);
export const byAcronym = grouped('acronyms', use => use.mention.acronym);
