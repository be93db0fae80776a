import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createChancery } from '../../src/chancery';
import { builtRecords } from '../records';
import { describeFindings, engine, read } from '../check';

const FRONT = '---\ndate: 2022-01-12\nhouse-style: neutral\n---\n';
const SLIP = 'US Secretary of State Antony Blinkin spoke.';

function slips(text: string): string[] {
  const reading = read('shipped', text);
  assert.deepEqual(reading.failures, []);
  return reading.findings.filter(f => f.check === 'name-misspelling').map(f => text.slice(f.span.start, f.span.end));
}

describe('bad input', () => {
  it('front matter that is no YAML: an error there, the text is checked', () => {
    const text = `---\ndate: [2022\nhouse-style: "x\n---\n\n${SLIP}\n`;
    const reading = read('shipped', text);
    const errors = reading.findings.filter(f => f.severity === 'error');
    assert.ok(errors.length >= 1, describeFindings(reading));
    assert.ok(errors.every(f => f.check === 'frontmatter' && reading.lines.lineAt(f.span.start) < 3));
    assert.ok(reading.findings.some(f => f.check === 'name-misspelling'));
  });
  it('front matter that is never closed: an error on its first line, the text is checked', () => {
    const reading = read('shipped', `---\ndate: 2022-01-12\n\n${SLIP}\n`);
    const error = reading.findings.find(f => f.severity === 'error');
    assert.equal(error?.check, 'frontmatter');
    assert.equal(reading.lines.lineAt(error!.span.start), 0);
    assert.ok(reading.findings.some(f => f.check === 'name-misspelling'));
  });
  it('a date that is a map or a list is said to be none, and the text is checked', () => {
    for (const date of ['{a: b}', '[1, {a: b}]', '{}']) {
      const reading = read('shipped', `---\ndate: ${date}\n---\n\n${SLIP}\n`);
      assert.deepEqual(reading.failures, []);
      assert.ok(reading.findings.some(f => f.check === 'name-misspelling'));
    }
  });
  it('a thematic break at the top is no front matter', () => {
    assert.deepEqual(read('shipped', '---\n\nA note.\n\n---\n').findings, []);
  });
  it('CRLF, a byte-order mark, emoji, combining marks and bidirectional text: places stay right', () => {
    assert.deepEqual(slips(`\ufeff${FRONT.replace(/\n/g, '\r\n')}\r\n😀 נאט״ו e\u0301 \u202bعربي\u202c ${SLIP}\r\n`), ['Blinkin']);
  });
  it('invisible characters and no-break spaces inside names are stepped over', () => {
    assert.deepEqual(slips(`${FRONT}\nUS Secretary of State Antony\u00a0Blin\u00adkin spoke.\n`), ['Blin\u00adkin']);
    assert.deepEqual(slips(`${FRONT}\nUS Secretary of State Antony\u202fBlin\u200bkin spoke.\n`), ['Blin\u200bkin']);
  });
  it('a line of 5 MB is read within seconds', function () {
    this.timeout(60_000);
    const text = `${FRONT}\n${'The allies met again and said nothing new. '.repeat(120_000)}${SLIP}\n`;
    const started = process.hrtime.bigint();
    assert.deepEqual(slips(text), ['Blinkin']);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    assert.ok(seconds < 40, `${seconds} s`);
  });
  it('deep nesting of quotations, lists and emphasis does not overflow', () => {
    for (const text of ['>'.repeat(4000), '- '.repeat(2000), '*a '.repeat(3000), '['.repeat(5000), '“'.repeat(5000), '(('.repeat(4000), '| '.repeat(3000)]) {
      assert.deepEqual(read('shipped', `${FRONT}\n${text} x\n`).failures, []);
    }
  });
  it('words in italics without a space between their capitals cost no more than others', () => {
    const from = process.cpuUsage();
    assert.deepEqual(slips(`${FRONT}\nHe read *A ${'AB'.repeat(40)}! x* there. ${SLIP}\n`), ['Blinkin']);
    assert.ok(process.cpuUsage(from).user < 2_000_000);
  });
  it('lone surrogates and control characters are read', () => {
    assert.deepEqual(slips(`${FRONT}\n\ud800 \udfff \u0001 ${SLIP}`), ['Blinkin']);
  });
  it('nothing throws on any text', () => {
    const chancery = engine('shipped');
    const words = ['Sergei', 'Ryabov', 'NATO', '“', '”', '100,000', 'troops', '-', '\n', '\n\n', '|', '12', 'January', '2022', 'Minister', ',', '.', '’s', 'the', '\u2060', '#', '>', '---', ':'];
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), { maxLength: 60 }), parts => {
      const text = parts.join(' ');
      const reading = chancery.open({ language: 'markdown', always: true }).update(text)!;
      assert.deepEqual(reading.failures, []);
      for (const f of reading.findings) assert.ok(f.span.start >= 0 && f.span.end <= text.length && f.span.start <= f.span.end);
      for (let i = 0; i < text.length; i += 7) reading.hoverAt(i);
    }), { numRuns: 300 });
  });
  it('a hostile layer gives problems with file and line, and the rest goes on working', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x]\n${'bcdefgh'.split('').map((k, i) => `${k}: &${k} [${Array(8).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}\n`;
    const layers = [
      { path: 'bomb.yaml', text: bomb },
      { path: 'twice.yaml', text: 'schema: chancery-gazetteer/1\npeople: []\npeople: []\n' },
      { path: 'proto.yaml', text: 'schema: chancery-gazetteer/1\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n' },
      { path: 'types.yaml', text: 'schema: chancery-gazetteer/1\npeople:\n  - {id: 7, name: [a], occupancies: yes}\n  - just text\n' },
      { path: 'not.yaml', text: '{{{{' },
    ];
    const chancery = createChancery({
      gazetteer: builtRecords('shipped'), layers,
    });
    for (const { path: file } of layers) {
      const own = chancery.problems.filter(p => p.file === file);
      assert.ok(own.length > 0, `no problem in ${file}`);
      assert.ok(own.every(p => p.line >= 1 && p.message.length > 5));
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    const reading = chancery.open({ language: 'markdown', always: true }).update(`${FRONT}\n${SLIP}`)!;
    assert.ok(reading.findings.some(f => f.check === 'name-misspelling'));
  });
  it('records that cannot be read at all leave an engine that says so', () => {
    const whole = builtRecords('world');
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode('{broken, and long enough'), whole.subarray(0, whole.length >> 1), whole.map((byte, i) => (i === 4 ? 99 : byte))]) {
      const chancery = createChancery({ gazetteer: bytes });
      assert.equal(chancery.problems[0]?.severity, 'error');
      assert.deepEqual(chancery.open({ language: 'markdown', always: true }).update(SLIP)!.failures, []);
    }
  });
  it('exceptions that cannot be read are problems with their line', () => {
    const chancery = createChancery(
      { gazetteer: builtRecords('shipped') },
      { exceptions: [{ path: 'exceptions.yaml', text: 'known-names: yes\nkep: [a]\ndistinct:\n  - [a]\n' }] },
    );
    assert.deepEqual(chancery.problems.map(p => [p.file, p.line]), [['exceptions.yaml', 1], ['exceptions.yaml', 2], ['exceptions.yaml', 4]]);
  });
});
