/** What `scripts/compare.mjs` uses of the engine. */
export { kindOfOffice, foldOffice, MAIN_KINDS } from './offices';
export { nameKey, nameWords, readHolder, relation } from './names';
export { readCsv } from '../csv';
