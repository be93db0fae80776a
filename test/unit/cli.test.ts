import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { root } from '../check';

const cli = path.join(root, 'dist', 'cli.js');
let folder: string;

function run(args: readonly string[], input?: string): { status: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', ...(input === undefined ? {} : { input }) });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

function write(name: string, text: string | Buffer): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return name;
}

interface Json {
  version: string;
  files: { path: string; error?: string; findings: { check: string; severity: string; range: { start: { line: number; character: number }; end: { line: number; character: number } }; fixes: { title: string; safe: boolean; edits: { newText: string }[] }[] }[] }[];
}

describe('the command line', () => {
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chancery-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const slip = '---\ndate: 2022-01-12\n---\n\nUS Secretary of State Antony Blinkin spoke.\n';

  it('exits 1 on a warning and shows the line, the place, why, and the fix', () => {
    const { status, out } = run(['check', write('note.md', slip)]);
    assert.equal(status, 1);
    assert.match(out, /note\.md:5:30 warning name-misspelling/);
    assert.match(out, /5 \| US Secretary of State Antony Blinkin spoke\.\n +\| +~{7}\n/);
    assert.match(out, /Fix: Change to ‘Blinken’/);
    assert.match(out, /1 file: 1 warning/);
    assert.doesNotMatch(out, new RegExp('\\u001b'));
  });
  it('says the same with several threads, in the order of the files', () => {
    const files = ['a', 'b', 'c', 'd', 'e'].map((name, i) => write(`${name}.md`, i % 2 === 0 ? slip : 'The weather is cold.\n'));
    const alone = run(['check', '--format', 'json', ...files, 'none.md']);
    const apart = run(['check', '--format', 'json', '--jobs', '3', ...files, 'none.md']);
    assert.equal(apart.status, 2);
    assert.equal((JSON.parse(apart.out) as Json).files.length, 6);
    assert.equal(apart.out, alone.out);
    assert.equal(apart.err, alone.err);
  }).timeout(60_000);
  for (const jobs of ['0', 'many', '1.5', '1000']) {
    it(`refuses --jobs ${jobs}`, () => {
      const { status, err } = run(['check', '--jobs', jobs, write('note.md', slip)]);
      assert.equal(status, 2);
      assert.match(err, /--jobs takes a number from 1 to 64/);
    });
  }
  it('runs without its compiled code, as on another version of Node', () => {
    const copy = path.join(folder, 'copy');
    mkdirSync(copy, { recursive: true });
    for (const file of readdirSync(path.join(root, 'dist'), { withFileTypes: true })) {
      if (file.isFile() && !/\.(?:cache|map)$/.test(file.name)) copyFileSync(path.join(root, 'dist', file.name), path.join(copy, file.name));
    }
    const check = (): { status: number | null; stdout: string } => spawnSync(process.execPath, [path.join(copy, 'cli.js'), 'check', write('note.md', slip)], { cwd: folder, encoding: 'utf8' });
    const without = check();
    assert.equal(without.status, 1);
    writeFileSync(path.join(copy, `cli-main-${process.version}.cache`), 'no code');
    assert.equal(check().stdout, without.stdout);
  }).timeout(60_000);
  it('compiles a register of one’s own and checks against it alone', () => {
    const built = run(['gazetteer', 'build', path.join(root, 'test', 'world'), '--out', 'world.bin']);
    assert.equal(built.status, 0, built.err);
    assert.match(built.err, /world\.bin: \d+ files, \d+ KB written\./);
    const note = write('world.md', '---\ndate: 2022-01-12\n---\n\nPresident Oleg Zelanski and Antony Blinkin spoke.\n');
    const names = (args: readonly string[]): string[] => {
      const { out } = run(['check', '--format', 'json', ...args, note]);
      return (JSON.parse(out) as Json).files[0]!.findings.filter(f => f.check === 'name-misspelling').flatMap(f => f.fixes[0]!.edits.map(e => e.newText));
    };
    assert.deepEqual(names(['--gazetteer', 'world.bin']), ['Zelansky']);
    assert.deepEqual(names([]), ['Blinken']);
  }).timeout(60_000);
  it('compiles no register that has errors, and leaves the old one', () => {
    write('mine/people.yaml', 'schema: chancery-gazetteer/1\nchecked: 2023-06-01\npeople:\n  - {id: a, given_name: Ana, family_name: Anic, occupancies: [{post: none}]}\n');
    write('mine.bin', 'the old one');
    const { status, err } = run(['gazetteer', 'build', 'mine', '-o', 'mine.bin']);
    assert.equal(status, 1);
    assert.match(err, /mine\/people\.yaml:4:\d+: error: There is no ‘none’ among posts\./);
    assert.equal(readFileSync(path.join(folder, 'mine.bin'), 'utf8'), 'the old one');
    assert.equal(run(['gazetteer', 'build', 'mine']).status, 2);
    assert.equal(run(['gazetteer', 'build', 'nowhere', '-o', 'mine.bin']).status, 2);
  });
  it('says that a register cannot be read, and checks nothing', () => {
    for (const [file, why] of [['none.bin', /The records in none\.bin cannot be read/], [write('no.bin', 'no records'), /too short|no compiled gazetteer/]] as const) {
      const { status, out, err } = run(['check', '--gazetteer', file, write('note.md', slip)]);
      assert.equal(status, 2, file);
      assert.match(out + err, why, file);
    }
  });
  it('exits 0 on a clean file', () => {
    const { status, out } = run(['check', write('clean.md', 'The weather is cold.\n')]);
    assert.equal(status, 0);
    assert.match(out, /1 file: nothing to check\./);
  });
  it('prints the JSON of the specification, in the coordinates of the file on disk', () => {
    const { status, out } = run(['check', '--format', 'json', write('crlf.md', `\ufeff${slip.replace(/\n/g, '\r\n')}`)]);
    assert.equal(status, 1);
    const json = JSON.parse(out) as Json;
    assert.deepEqual(Object.keys(json), ['version', 'files']);
    const [file] = json.files;
    assert.equal(file!.path, 'crlf.md');
    const finding = file!.findings.find(f => f.check === 'name-misspelling')!;
    assert.deepEqual(Object.keys(finding), ['check', 'severity', 'message', 'range', 'related', 'fixes']);
    assert.deepEqual(finding.range, { start: { line: 4, character: 29 }, end: { line: 4, character: 36 } });
    assert.deepEqual(Object.keys(finding.fixes[0]!), ['title', 'safe', 'edits']);
    assert.equal(finding.fixes[0]!.edits[0]!.newText, 'Blinken');
  });
  it('reads standard input', () => {
    const { status, out } = run(['check', '-'], slip);
    assert.equal(status, 1);
    assert.match(out, /^-:5:30/);
  });
  it('exits 2 on usage, and says what is wrong', () => {
    for (const args of [[], ['check'], ['fix', 'x.md'], ['check', '--format', 'xml', 'note.md'], ['check', '--nonsense', 'note.md']]) {
      const { status, err } = run(args);
      assert.equal(status, 2, args.join(' '));
      assert.match(err, /Usage: chancery check/);
    }
  });
  it('goes on after a missing, a binary file and a folder, and exits 2', () => {
    const { status, out } = run(['check', '--format', 'json', 'missing.md', write('image.md', Buffer.from([0x89, 0x50, 0, 1])), '.', write('note.md', slip)]);
    assert.equal(status, 2);
    const json = JSON.parse(out) as Json;
    assert.deepEqual(json.files.map(f => f.error), ['There is no such file.', 'This is not a text file.', 'This is a folder, not a file.', undefined]);
    assert.ok(json.files[3]!.findings.length > 0);
  });
  it('reads the nearest .chancery folder above each file, unless told not to', () => {
    write('.chancery/exceptions.yaml', 'known-names: [Antony Blinkin]\n');
    const file = write('deep/er/note.md', slip);
    assert.equal(run(['check', file]).status, 0);
    assert.equal(run(['check', '--no-workspace', file]).status, 1);
    rmSync(path.join(folder, '.chancery'), { recursive: true });
  });
  it('says what is wrong in a layer, and checks all the same', () => {
    write('.chancery/gazetteer/own.yaml', 'schema: chancery-gazetteer/1\npeople:\n  - {id: x, nam: Y}\n');
    const { status, err } = run(['check', write('note.md', slip)]);
    assert.equal(status, 1);
    assert.match(err, /own\.yaml:3:/);
    rmSync(path.join(folder, '.chancery'), { recursive: true });
  });
  it('checks plain text as plain text', () => {
    const { status, out } = run(['check', write('note.txt', 'Date: 12 January 2022\n\n# US Secretary of State Antony Blinkin spoke.\n')]);
    assert.equal(status, 1);
    assert.match(out, /note\.txt:3:/);
  });
  it('prints its version and its help', () => {
    assert.equal(run(['--version']).status, 0);
    assert.match(run(['--help']).out, /Usage/);
  });
});
