import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Compiled, toJson } from '../src/gazetteer/compile';
import { SECTION_NAMES } from '../src/gazetteer/fields';
import { writeGazetteer } from '../src/gazetteer/file/write';
import { openGazetteer } from '../src/gazetteer/open';
import { revive } from '../src/gazetteer/revive';

/** A compiled gazetteer that the build made: the records that ship, or the invented country. */
export function builtRecords(records: 'shipped' | 'world'): Uint8Array {
  return readFileSync(path.join(process.cwd(), records === 'shipped' ? 'dist/gazetteer.bin' : 'dist/test/world.bin'));
}

/** All that a compiled gazetteer holds, as JSON with dates as text. */
export function jsonOf(file: Uint8Array): string {
  const { gazetteer, profiles } = openGazetteer(file);
  return toJson({ ...gazetteer.data, profiles });
}

/** The same back. */
export function compiledOf(json: string): Compiled {
  const data = JSON.parse(json) as Compiled;
  for (const section of SECTION_NAMES) for (const record of data.records[section] ?? []) revive(section, record);
  for (const source of Object.values(data.sources)) revive('sources', source);
  for (const profile of data.profiles ?? []) revive('profiles', profile);
  return data;
}

/** A compiled file of records with a few ordinary words. */
export function fileOf(compiled: Compiled, words: readonly string[] = []): Uint8Array {
  return writeGazetteer(compiled, words);
}
