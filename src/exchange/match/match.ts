/** What `scripts/compare.mjs` uses of the engine. */
export { kindOfOffice, foldOffice } from './offices';
export { nameKey, nameWords, readHolder, relation } from './names';
export { readCsv } from '../csv';
