/** What the scripts that build `dist/` use of the gazetteer. */
export { coverage, coverageHtml, coverageText, dueTerms } from './coverage';
export { compileFiles, toJson } from './compile';
export { writeGazetteer } from './file/write';
export { openGazetteer } from './open';
export { gazetteerSchema } from './schema';
export { statistics, statisticsText } from './statistics';
export { decodeWords, encodeWords } from './words';
