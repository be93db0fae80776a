import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { root } from '../check';
import { builtRecords, jsonOf } from '../records';

const cli = path.join(root, 'dist', 'cli.js');
const cabinet = path.join(root, 'test', 'fixtures', 'exchange', 'popolo-cabinet.json');
let folder: string;

function run(args: readonly string[], input?: string): { status: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [cli, 'gazetteer', ...args], {
    cwd: folder, encoding: 'utf8', maxBuffer: 200_000_000, ...(input === undefined ? {} : { input }),
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

describe('chancery gazetteer', function () {
  this.timeout(60_000);
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chancery-gazetteer-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const imported = (): string => path.join(folder, '.chancery', 'gazetteer', 'imported.yaml');

  it('export prints the whole bundled gazetteer as Popolo JSON to standard output, and nothing else', () => {
    const { status, out, err } = run(['export', '--format', 'popolo']);
    assert.equal(status, 0);
    assert.equal(err, '');
    const shipped = JSON.parse(jsonOf(builtRecords('shipped'))) as { records: Record<string, unknown[]> };
    const whole = JSON.parse(out) as Record<string, unknown[]>;
    assert.equal(whole['persons']!.length, shipped.records['people']!.length);
    assert.equal(whole['posts']!.length, shipped.records['posts']!.length);
    assert.equal(whole['organizations']!.length, shipped.records['organizations']!.length);
  });

  it('export writes a file with --out, and says so on standard error', () => {
    const { status, out, err } = run(['export', '--format', 'csv', '--out', 'people.csv']);
    assert.deepEqual([status, out], [0, '']);
    assert.match(err, /people\.csv: \d+ KB written/);
    assert.match(readFileSync(path.join(folder, 'people.csv'), 'utf8'), /^person_id,name,.*\r\n/);
  });

  it('its own exports say nothing new to it', () => {
    for (const format of ['popolo', 'ftm', 'csv']) {
      run(['export', '--format', format, '--out', 'all']);
      const { status, out } = run(['import', 'all', '--format', format]);
      assert.equal(status, 0);
      assert.match(out, /^0 taken, 0 merged, \d+ with nothing new, 0 refused\.\n$/, format);
    }
    assert.ok(!existsSync(imported()));
  });

  it('stats counts', () => {
    assert.match(run(['stats']).out, /people\n/);
    assert.ok((JSON.parse(run(['stats', '--format', 'json']).out) as { occupancies: number }).occupancies > 0);
  });

  it('import reports without writing on --dry-run, then writes where it was told or to the usual file, then finds nothing new', () => {
    writeFileSync(path.join(folder, 'own.csv'), 'Who,Office,Country,Since\nZdena Quillfeather,Minister of Heraldry,Slovakia,2024-01-02\n');
    const args = ['import', 'own.csv', '--format', 'csv', '--map', 'name=Who,start_date=Since'];
    const dry = run([...args, '--dry-run']);
    assert.equal(dry.status, 0);
    assert.match(dry.out, /Zdena Quillfeather/);
    assert.ok(!existsSync(imported()));
    const { status, out, err } = run(args);
    assert.equal(status, 0);
    assert.match(out, /people sk-quillfeather-zdena: Zdena Quillfeather \[line 2\]/);
    assert.match(err, /imported\.yaml written/);
    assert.match(readFileSync(imported(), 'utf8'), /post: sk-minister-of-heraldry, start_date: 2024-01-02/);
    const again = run(args);
    assert.match(again.out, /^0 taken, 0 merged/m);
    assert.match(again.err, /Nothing to write/);
    assert.equal(run(['import', '-', '--format', 'csv', '--to', 'else/where.yaml'], 'name,title,state\nOrla Quillfeather,Minister of Heraldry,Ireland\n').status, 0);
    assert.ok(existsSync(path.join(folder, 'else', 'where.yaml')));
    assert.equal(run(['validate', 'else']).out, '1 file: 0 errors, 0 warnings, 0 remarks.\n');
  });

  it('validate prints file, line, column and severity, and exits 1', () => {
    assert.equal(run(['validate']).status, 0);
    writeFileSync(path.join(folder, 'bad.yaml'), 'schema: chancery-gazetteer/1\nchecked: 2024-01-01\npeople:\n  - {id: x, name: Ada Moss, birth_date: never}\n');
    const { status, out } = run(['validate', 'bad.yaml']);
    assert.equal(status, 1);
    assert.match(out, /^bad\.yaml:4:\d+: error: ‘never’ is no date/);
    assert.match(out, /1 file: 1 error, 0 warnings, 0 remarks\./);
  });

  it('exits 2 on usage and on an input that is refused, and writes nothing then', () => {
    for (const args of [[], ['sell'], ['export'], ['export', '--format', 'xml'], ['import', '--format', 'csv'], ['import', 'x', '--format', 'xml'], ['import', 'x', '--format', 'csv', '--map', 'name'], ['stats', '--nonsense']]) {
      const { status, err } = run(args);
      assert.equal(status, 2, args.join(' '));
      assert.match(err, /Usage: chancery gazetteer/);
    }
    const kept = readFileSync(imported(), 'utf8');
    const whole = JSON.parse(readFileSync(cabinet, 'utf8')) as { memberships: Record<string, unknown>[] };
    whole.memberships[0]!['post_id'] = 'nothing';
    writeFileSync(path.join(folder, 'dangling.json'), JSON.stringify(whole));
    const { status, out, err } = run(['import', 'dangling.json', '--format', 'popolo']);
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /dangling\.json was refused, and nothing was written:\n {2}memberships\[0\]: there is no post ‘nothing’/);
    assert.equal(readFileSync(imported(), 'utf8'), kept);
    assert.match(run(['import', 'missing', '--format', 'ftm']).err, /There is no such file/);
  });
});
