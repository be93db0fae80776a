import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { compileFiles } from '../../src/gazetteer/compile';

const HEAD = 'iso2,text,first_edition,last_edition\n';
const STATES = 'schema: chancery-gazetteer/1\nchecked: 2020-01-01\nstates:\n  - {id: QK, name: Korvia}\n  - {id: QV, name: Velmark}\n';

function run(table: string, as: string, file: string): { out: string; status: number | null; written: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'estimates-'));
  mkdirSync(path.join(folder, 'estimates'));
  writeFileSync(path.join(folder, 'states.yaml'), STATES);
  writeFileSync(path.join(folder, 'sources.yaml'), 'schema: chancery-gazetteer/1\nchecked: 2020-01-01\n\nsources:\n  factbook-2021-12-01: {publisher: CIA World Factbook, date: 2021-12-01}\n');
  writeFileSync(path.join(folder, 'table.csv'), table);
  const ran = spawnSync(process.execPath, ['scripts/estimates.mjs', path.join(folder, 'table.csv'), '--as', as, '--gazetteer', folder], { encoding: 'utf8' });
  let written = '';
  if (ran.status === 0) written = [path.join('estimates', file), 'sources.yaml'].map(name => readFileSync(path.join(folder, name), 'utf8')).join('\0');
  rmSync(folder, { recursive: true });
  return { out: ran.stdout + ran.stderr, status: ran.status, written };
}

const figures = (written: string): string[] => compileFiles([{ path: 'states.yaml', text: STATES }, ...written.split('\0').map((text, i) => ({ path: `${i}.yaml`, text }))])
  .compiled.records.estimates.map(e => `${e.force} ${e.date.text} ${e.value} ${(e.sources ?? []).join()}`);

describe('estimates from a table of editions', function () {
  this.timeout(60_000);

  it('are the last edition’s for each year, and nothing is made of a text without a figure of its year', () => {
    const { out, written } = run(HEAD
      + 'qk,"the Korvian Army (KA) has approximately 20,000 active personnel (15,000 Army; 5,000 Navy) (2020)",2020-11-24,2021-03-01\n'
      + 'qk,"information varies; approximately 21,000 active duty troops (2020)",2021-03-08,2021-08-01\n'
      + 'qk,"estimated 20-25,000 active personnel (2022)",2022-01-01,2022-09-01\n'
      + 'qv,"not available; prior to the war approximately 30,000 active personnel (2021)",2021-01-01,2021-05-01\n'
      + 'qv,"approximately 4,000 active personnel; 18,000 conscripts (2021)",2021-06-01,2021-08-01\n'
      + 'zz,"approximately 9,000 active personnel (2021)",2021-01-01,2021-05-01\n', 'strength', 'armed-forces.yaml');
    assert.deepEqual(figures(written), ['QK 2020 about 21,000 factbook-2021-08-01', 'QK 2022 about 20,000-25,000 factbook-2022-09-01']);
    assert.match(out, /line 5: no figure with its year/);
    assert.match(out, /2 figures of 1 states; 2 rows without one/);
  });

  it('are shares of the year that the table gives them for, none of a year ahead', () => {
    const { written } = run(HEAD
      + 'qk,Military Expenditures 2021: 1.5% of GDP (2021 est.) ;; Military Expenditures 2020: 1.6% of GDP (approximately $2 billion) (2020) ;; Military Expenditures 2030: 9% of GDP (2030),2021-01-01,2021-12-01\n', 'spending', 'defence-spending.yaml');
    assert.deepEqual(figures(written), ['QK 2020 1.6% of GDP factbook-2021-12-01', 'QK 2021 1.5% of GDP factbook-2021-12-01']);
  });

  it('say what is missing in a table of another kind', () => {
    const { out, status } = run('a,b\n1,2\n', 'spending', '');
    assert.equal(status, 2);
    assert.match(out, /there is no iso2, no text/);
  });
});
