/** Writes the generated briefings that other processes read, and the recorded misspellings as terms in prh's form: `node texts.cjs FOLDER`. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openGazetteer } from '../../src/gazetteer/open';
import { corpus } from './corpus';
import { KB, MB } from './measure';

const folder = process.argv[2]!;
const { gazetteer } = openGazetteer(readFileSync('dist/gazetteer.bin'));
for (const [label, size] of [['10KB', 10 * KB], ['100KB', 100 * KB], ['1MB', MB]] as const) writeFileSync(path.join(folder, `bench-${label}.md`), corpus(gazetteer, size, 1));
// prh 5.4.4 writes a hyphen in a pattern as an escape that its own regular expressions refuse
const terms = gazetteer.data.records.people.flatMap(person =>
  person.misspellings.filter(wrong => !wrong.name.includes('-')).map(wrong => ({ expected: person.name, pattern: wrong.name })));
const rules = terms.map(({ expected, pattern }) => `  - expected: ${JSON.stringify(expected)}\n    pattern: ${JSON.stringify(pattern)}`);
writeFileSync(path.join(folder, 'terms.yml'), `version: 1\nrules:\n${rules.join('\n')}\n`);
console.log(JSON.stringify({ terms: terms.length }));
