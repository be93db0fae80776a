import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import { coloured } from '../../src/hosts/cli/output';
import { root } from '../check';

const cli = path.join(root, 'dist', 'cli.js');
const SLIP = '---\ndate: 2022-01-12\n---\n\nUS Secretary of State Antony Blinkin spoke.\n';
let folder: string;

interface Done { readonly status: number | null; readonly out: string; readonly err: string }

/** Ends with a status of its own within the time, and never with a stack trace. */
function run(args: readonly string[], options: { input?: string; env?: NodeJS.ProcessEnv; stdout?: number; limit?: string } = {}): Done {
  const command = options.limit === undefined ? [process.execPath, cli, ...args] : ['/bin/sh', '-c', `${options.limit}; exec "$@"`, 'sh', process.execPath, cli, ...args];
  const done = spawnSync(command[0]!, command.slice(1), {
    cwd: folder, encoding: 'utf8', timeout: 60_000, env: { ...process.env, ...options.env },
    stdio: ['pipe', options.stdout ?? 'pipe', 'pipe'], ...(options.input === undefined ? {} : { input: options.input }),
  });
  assert.equal(done.signal, null, `ended by ${done.signal}: ${done.stderr}`);
  assert.doesNotMatch(done.stderr, /^\s+at .*:\d+:\d+/m);
  return { status: done.status, out: done.stdout ?? '', err: done.stderr };
}

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return name;
}

function link(name: string, to: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  symlinkSync(to, path.join(folder, name));
}

// links, pipes and rights are those of POSIX here
const posix = process.platform === 'win32' ? describe.skip : describe;

posix('the command line, attacked', function () {
  this.timeout(120_000);
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chancery-robust-'));
  });
  beforeEach(() => {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
    write('note.md', SLIP);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads nothing of .chancery that is a link, a device, a pipe, too large or no text; says so, checks, and exits 2', () => {
    write('secret/keys.yaml', 'SECRET_TOKEN: abc\n');
    write('.chancery/gazetteer/good.yaml', 'schema: chancery-gazetteer/1\npeople:\n  - {id: x, nam: Y}\n');
    link('.chancery/gazetteer/a', '.');
    link('.chancery/gazetteer/b', '.');
    link('.chancery/gazetteer/leak.yaml', '../../secret/keys.yaml');
    link('.chancery/exceptions.yaml', '/dev/zero');
    spawnSync('mkfifo', [path.join(folder, '.chancery/gazetteer/pipe.yaml')]);
    write('.chancery/gazetteer/big.yaml', 'x'.repeat(5_000_001));
    write('.chancery/style.yaml', Buffer.from('id: m\xfcller\n', 'latin1'));
    for (const args of [['check', 'note.md'], ['gazetteer', 'validate']]) {
      const { status, out, err } = run(args);
      assert.equal(status, 2);
      assert.match(out + err, /good\.yaml:3:/);
      for (const name of ['a', 'b', 'leak.yaml', 'exceptions.yaml', 'pipe.yaml', 'big.yaml', 'style.yaml']) assert.match(err, new RegExp(`/${name}: `), name);
      assert.doesNotMatch(out + err, /SECRET_TOKEN/);
    }
    assert.match(run(['check', 'note.md']).out, /name-misspelling/);
  });

  it('does not follow a link in the place of .chancery or of its gazetteer', () => {
    write('elsewhere/gazetteer/x.yaml', 'SECRET_TOKEN: abc\n');
    link('.chancery', 'elsewhere');
    assert.match(run(['check', 'note.md']).err, /^\.chancery: This is a link/);
    rmSync(path.join(folder, '.chancery'));
    link('.chancery/gazetteer', '../elsewhere/gazetteer');
    const { status, err } = run(['check', 'note.md']);
    assert.equal(status, 2);
    assert.match(err, /gazetteer: This is a link/);
    assert.doesNotMatch(err, /SECRET_TOKEN/);
  });

  it('says in the exit status that a layer was not read: a file in the place of a folder, a folder without rights', () => {
    write('.chancery/gazetteer', 'no folder');
    assert.equal(run(['check', 'note.md']).status, 2);
    rmSync(path.join(folder, '.chancery'), { recursive: true });
    write('.chancery/gazetteer/shut/x.yaml', 'people: []\n');
    chmodSync(path.join(folder, '.chancery/gazetteer/shut'), 0);
    const { status, err } = run(['check', 'note.md']);
    chmodSync(path.join(folder, '.chancery/gazetteer/shut'), 0o755);
    // root reads everything
    assert.equal(status, process.getuid?.() === 0 ? 1 : 2, err);
  });

  it('shows no control character of a text, a name of a file, a layer or a style, and the place stays underlined', () => {
    const evil = '\u001b]0;PWNED\u0007\u001b[2J\u202e\u2066\u009b31m';
    const name = 'bad\u001b[31m\nname.md';
    write(name, `---\nhouse-style: "\\u001b[31mX"\ndate: 2022-01-12\n---\n\nUS Secretary of State Antony Blinkin ${evil} spoke.\n`);
    write('.chancery/gazetteer/x.yaml', 'people:\n  - {id: "\\e[31mX", name: "\\e[31mY"}\n"\\e]0;Z": 1\n');
    // controls (but line breaks) and marks of direction
    const raw = new RegExp('[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]');
    for (const args of [['check', name], ['check', '--format', 'json', name], ['gazetteer', 'validate'], ['check', 'missing\u001b[31m.md'], ['\u001b[31m']]) {
      const { out, err } = run(args);
      assert.doesNotMatch(out + err, raw, JSON.stringify(out + err));
    }
    const { out } = run(['check', name]);
    assert.match(out, /^6 \| US Secretary of State Antony Blinkin ␛\]0;PWNED␇␛\[2J���31m spoke\.\n {2}\| {30}~{7}$/m);
    assert.match(out, /^bad␛\[31m␊name\.md:6:30/m);
    assert.equal((JSON.parse(run(['check', '--format', 'json', name]).out) as { files: { path: string }[] }).files[0]!.path, name);
  });

  it('refuses a briefing that is no regular file, too large or not in UTF-8, and checks the others', () => {
    spawnSync('mkfifo', [path.join(folder, 'pipe.md')]);
    write('latin.md', Buffer.from('M\xfcller said.\n', 'latin1'));
    write('utf16.md', Buffer.from('\ufeffMr Blinken', 'utf16le'));
    write('mark.md', new Uint8Array([0xff, 0xfe]));
    write('big.md', 'x'.repeat(20_000_001));
    link('linked.md', 'note.md');
    const { status, out } = run(['check', '--format', 'json', 'pipe.md', '/dev/zero', 'latin.md', 'utf16.md', 'mark.md', 'big.md', 'linked.md']);
    assert.equal(status, 2);
    const { files } = JSON.parse(out) as { files: { error?: string; findings: unknown[] }[] };
    assert.deepEqual(files.map(f => f.error), [
      'This is no regular file, and was not read.', 'This is no regular file, and was not read.', 'This file is not in UTF-8: save it as UTF-8.',
      'This file is in UTF-16: save it as UTF-8.', 'This file is in UTF-16: save it as UTF-8.', 'The file is larger than 20 MB and was not read.', undefined,
    ]);
    assert.ok(files[6]!.findings.length > 0);
  });

  it('ends standard input that has no end', () => {
    const { status, out } = run(['check', '-'], { limit: 'yes "Mr Blinkin spoke." | head -c 60000000 > all; exec < all' });
    assert.equal(status, 2);
    assert.match(out, /larger than 20 MB/);
  });

  it('says that its output cannot be written, and exits 2', () => {
    const full = openSync('/dev/full', 'w');
    const { status, err } = run(['check', 'note.md'], { stdout: full });
    assert.equal(status, 2);
    assert.match(err, /Standard output cannot be written: There is no room left/);
  });

  it('keeps the file that an import adds to as it was where the disk is full', () => {
    const own = `schema: chancery-gazetteer/1\nchecked: 2024-01-01\n\n${'# ours\n'.repeat(3000)}`;
    write('.chancery/gazetteer/imported.yaml', own);
    chmodSync(path.join(folder, '.chancery/gazetteer/imported.yaml'), 0o640);
    const table = 'name,title,state\nOrla Quillfeather,Minister of Heraldry,Ireland\n';
    const full = run(['gazetteer', 'import', '-', '--format', 'csv'], { input: table, limit: 'trap "" XFSZ; ulimit -f 16' });
    assert.equal(full.status, 2, full.err);
    assert.match(full.err, /imported\.yaml cannot be written/);
    const file = path.join(folder, '.chancery/gazetteer/imported.yaml');
    assert.equal(readFileSync(file, 'utf8'), own);
    assert.deepEqual(readdirSync(path.dirname(file)), ['imported.yaml']);
    assert.equal(run(['gazetteer', 'import', '-', '--format', 'csv'], { input: table }).status, 0);
    assert.match(readFileSync(file, 'utf8'), /Quillfeather[\s\S]*# ours\n/);
    assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('writes no device, and refuses a target that is not in UTF-8', () => {
    assert.equal(run(['gazetteer', 'export', '--format', 'csv', '--out', '/dev/null']).status, 2);
    assert.ok(lstatSync('/dev/null').isCharacterDevice());
    const latin = Buffer.from('# M\xfcller\npeople: []\n', 'latin1');
    write('own.yaml', latin);
    assert.equal(run(['gazetteer', 'import', '-', '--format', 'csv', '--to', 'own.yaml'], { input: 'name\nOrla Quillfeather\n' }).status, 2);
    assert.deepEqual(readFileSync(path.join(folder, 'own.yaml')), latin);
  });

  it('colours a terminal that shows colours, unless NO_COLOR says something', () => {
    const cases = [[true, {}, true], [undefined, {}, false], [true, { NO_COLOR: '' }, true], [true, { NO_COLOR: '1' }, false], [true, { TERM: 'dumb' }, false]] as const;
    for (const [terminal, env, is] of cases) assert.equal(coloured(terminal, env), is, JSON.stringify([terminal, env]));
  });

  it('reads each file of a .chancery folder once, however many notes lie below it', () => {
    const names = Array.from({ length: 30 }, (_, i) => write(`notes/n${i}.md`, SLIP));
    for (let i = 0; i < 20; i++) write(`.chancery/gazetteer/l${i}.yaml`, 'schema: chancery-gazetteer/1\nchecked: 2024-01-01\npeople: []\n');
    write('count.cjs', `const fs = require('fs'); const open = fs.openSync; const read = fs.readFileSync; let n = 0;
      fs.openSync = (file, ...rest) => { if (/l\\d+\\.yaml$/.test(String(file))) n++; return open(file, ...rest); };
      fs.readFileSync = (file, ...rest) => { if (/l\\d+\\.yaml$/.test(String(file))) n++; return read(file, ...rest); };
      process.on('exit', () => fs.writeFileSync('count', String(n)));`);
    assert.equal(run(['check', '--jobs', '1', ...names], { env: { NODE_OPTIONS: `--require ${path.join(folder, 'count.cjs')}` } }).status, 1);
    assert.equal(readFileSync(path.join(folder, 'count'), 'utf8'), '20');
  });

  it('imports no name with a control character in it', () => {
    const { status, out, err } = run(['gazetteer', 'import', '-', '--format', 'csv'], { input: 'name,title,state\n"\u001b[31mEvil Man",Minister of Tests,Ireland\n' });
    assert.equal(status, 2, out + err);
    assert.match(out + err, /control character/);
    assert.ok(!existsSync(path.join(folder, '.chancery')));
  });

  it('counts in words', () => {
    assert.match(run(['gazetteer', 'validate', write('one.yaml', 'peple: []\n')]).out, /1 file: 1 error, 0 warnings, 0 remarks\./);
  });
});
