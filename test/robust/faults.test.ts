import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Ledger } from '../../src/analysis/ledger';
import { choicesOf, documentRules } from '../../src/analysis/who/choices';
import { CHECKS } from '../../src/checks/run/list';
import { Runner } from '../../src/checks/run/run';
import { createChancery } from '../../src/chancery';
import type { Block } from '../../src/document/model';
import { DocumentReader } from '../../src/document/read';
import { OpenBrief } from '../../src/engine/brief';
import { openGazetteer } from '../../src/gazetteer/open';
import { recognizeBlock } from '../../src/recognize/block';
import { builtRecords } from '../records';

const SLIP = '---\ndate: 2022-01-12\n---\n\nUS Secretary of State Antony Blinkin spoke on 30 February 2022.\n';

function analysed(text: string) {
  const { gazetteer } = openGazetteer(builtRecords('world'));
  const document = new DocumentReader(true).read(text);
  const profile = gazetteer.profile('neutral')!;
  const ground = { document, factsOf: (block: Block) => recognizeBlock(block, gazetteer, { aboutPercent: 10 }), gazetteer, profile, choices: choicesOf(document, [], 10) };
  return { document, ...new Ledger().update(ground, ['first']) };
}

describe('a part that fails', () => {
  it('is a check: it is left out and named, and the others speak', () => {
    const { document, analysis, changes } = analysed(SLIP);
    const broken = CHECKS.map(check => check.id === 'date-impossible' ? check : { ...check, run: () => { throw new Error('broken'); } });
    const runner = new Runner(broken, { severity: new Map(), options: new Map() }, []);
    const { findings, failures } = runner.run(analysis, changes, documentRules(document));
    assert.deepEqual(findings.map(f => f.check), ['date-impossible']);
    assert.ok(failures.length > 20);
    assert.ok(failures.every(f => /^The check [a-z-]+$/.test(f.what) && f.message === 'broken'));
  });

  it('is the reading of a block: it is left out and named by its line, the others are read, and it is read again once it can be', () => {
    const { gazetteer } = openGazetteer(builtRecords('world'));
    let broken = true;
    const fragile = new Proxy(gazetteer, {
      get(target, key) {
        if (key !== 'isWord') return Reflect.get(target, key, target) as unknown;
        return (word: string) => {
          if (broken && word === 'quiddity') throw new Error('broken');
          return target.isWord(word);
        };
      },
    });
    const shared = { gazetteer: fragile, houseStyle: 'neutral', rules: { severity: new Map(), options: new Map() }, exceptions: [], aboutPercent: 10, staleAfterDays: undefined };
    const brief = new OpenBrief(shared, { language: 'markdown', always: true });
    const text = '# Note\n\nThey met on 30 February 2022.\n\nQuiddity spoke on 31 April 2022.\n\nThey met on 30 February 2023.\n';
    const found = (of: string): readonly string[] => {
      const reading = brief.update(of)!;
      assert.deepEqual(reading.failures, broken ? [{ what: 'The text at line 5', message: 'broken' }] : []);
      return reading.findings.filter(f => f.check === 'date-impossible').map(f => of.slice(f.span.start, f.span.end));
    };
    assert.deepEqual(found(text), ['30 February 2022', '30 February 2023']);
    assert.deepEqual(found(text.replace('met on 30 February 2023', 'sat on 30 February 2023')), ['30 February 2022', '30 February 2023']);
    broken = false;
    assert.deepEqual(found(text), ['30 February 2022', '31 April 2022', '30 February 2023']);
  });

  it('is a layer that is replaced by rubbish: the records that ship go on, the layer’s problems have their place, and a good one is taken again', () => {
    const note = 'Korvian Deputy Foreign Minister Ada Moss met NATO on 30 February 2022.\n';
    const good = 'schema: chancery-gazetteer/1\nchecked: 2024-01-01\npeople:\n  - {id: zz-moss-ada, name: Ada Moss}\n';
    const open = (layer: string) => createChancery({ gazetteer: builtRecords('world'), layers: [{ path: 'own.yaml', text: layer }] });
    for (const rubbish of ['{{{{', '\u0000\u0001', 'people: 7\n', 'schema: other/9\npeople: []\n', '- a\n- b\n', good.slice(0, good.length - 14)]) {
      const chancery = open(rubbish);
      assert.ok(chancery.problems.length > 0 && chancery.problems.every(p => p.file === 'own.yaml' && p.line >= 1), JSON.stringify(rubbish));
      const reading = chancery.open({ language: 'markdown', always: true }).update(note)!;
      assert.deepEqual(reading.failures, []);
      assert.ok(reading.findings.some(f => f.check === 'date-impossible'));
    }
    assert.deepEqual(open(good).problems.filter(p => p.severity === 'error'), []);
    assert.ok(open(good).open({ language: 'markdown', always: true }).update(note)!.hoverAt(note.indexOf('Moss')));
  });

  it('is the file of the records: cut off or of another kind, it is said and nothing throws', () => {
    const whole = builtRecords('world');
    for (const [what, bytes] of [['nothing', new Uint8Array()], ['another kind', new TextEncoder().encode('{"schema": 1}')], ['cut off', whole.slice(0, whole.length >> 1)], ['cut off early', whole.slice(0, 64)]] as const) {
      const chancery = createChancery({ gazetteer: bytes });
      assert.ok(chancery.problems.some(p => p.severity === 'error'), what);
      const reading = chancery.open({ language: 'markdown', always: true }).update(SLIP)!;
      assert.ok(reading.findings.some(f => f.check === 'date-impossible'), what);
    }
  });
});
