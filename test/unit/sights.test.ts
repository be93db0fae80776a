import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Ledger } from '../../src/analysis/ledger';
import { choicesOf, documentRules } from '../../src/analysis/who/choices';
import { defineCheck, type Report, sight, sightOfText } from '../../src/checks/run/check';
import { Runner, type RunResult } from '../../src/checks/run/run';
import type { Block } from '../../src/document/model';
import { DocumentReader } from '../../src/document/read';
import { openGazetteer } from '../../src/gazetteer/open';
import { recognizeBlock } from '../../src/recognize/block';
import { builtRecords } from '../records';

/** What was done at the last reading: blocks looked at, and runs of the check. */
interface Done {
  alone: string[];
  together: string[];
  runs: number;
}

/** One document read again and again by a check that counts the blocks with an exclamation mark. */
function reader(done: Done, fails: () => boolean = () => false): (text: string) => RunResult {
  const marks = sightOfText(function* (block): Iterable<string> {
    done.alone.push(block.prose);
    if (block.prose.includes('!')) yield 'loud';
  });
  const dates = sight(function* (analysis, block): Iterable<{ readonly words: string; readonly first: number }> {
    done.together.push(block.prose);
    if (fails()) throw new Error('broken');
    for (const date of analysis.dates) yield { words: date.mention.kind, first: date.range?.first ?? 0 };
  });
  const loud = defineCheck({
    id: 'loud', group: 'language', title: 'Loud', severity: 'warning', options: {},
    *run(analysis): Iterable<Report> {
      done.runs++;
      const seen = analysis.seen(dates);
      yield { span: { start: 0, end: 1 }, message: `${analysis.seen(marks).length} loud, ${seen.length} dated, the last on ${seen.at(-1)?.first}` };
    },
  });
  const { gazetteer } = openGazetteer(builtRecords('world'));
  const documents = new DocumentReader(true);
  const ledger = new Ledger();
  const runner = new Runner([loud], { severity: new Map(), options: new Map() }, []);
  const facts = new Map<Block, ReturnType<typeof recognizeBlock>>();
  return text => {
    Object.assign(done, { alone: [], together: [], runs: 0 });
    const document = documents.read(text);
    for (const block of document.blocks) if (!facts.has(block)) facts.set(block, recognizeBlock(block, gazetteer, { aboutPercent: 10 }));
    const ground = { document, factsOf: (block: Block) => facts.get(block)!, gazetteer, profile: gazetteer.profile('neutral')!, choices: choicesOf(document, [], 10) };
    const { analysis, changes } = ledger.update(ground, ['first']);
    return runner.run(analysis, changes, documentRules(document));
  };
}

const messages = ({ findings }: RunResult): string[] => findings.map(f => f.message);

describe('what a check sees in a block', () => {
  it('is looked for again only there, and the check runs again only where it is another', () => {
    const done: Done = { alone: [], together: [], runs: 0 };
    const read = reader(done);
    assert.deepEqual(messages(read('Quiet.\n\nLoud!\n\nOn 3 May 2021.\n')), ['1 loud, 1 dated, the last on 18750']);
    assert.equal(done.alone.length, 3);
    assert.deepEqual(messages(read('Quieter.\n\nLoud!\n\nOn 3 May 2021.\n')), ['1 loud, 1 dated, the last on 18750']);
    assert.deepEqual(done, { alone: ['Quieter.'], together: ['Quieter.'], runs: 0 });
    assert.deepEqual(messages(read('Loud as well!\n\nLoud!\n\nOn 3 May 2021.\n')), ['2 loud, 1 dated, the last on 18750']);
    assert.equal(done.runs, 1);
    assert.deepEqual(messages(read('Loud as well!\n\nOn 3 May 2021.\n')), ['1 loud, 1 dated, the last on 18750']);
  });

  it('is looked for again where another block decides it', () => {
    const done: Done = { alone: [], together: [], runs: 0 };
    const read = reader(done);
    assert.deepEqual(messages(read('## History of 2014\n\nOn 3 May.\n')), ['0 loud, 2 dated, the last on 16193']);
    assert.deepEqual(messages(read('## History of 2015\n\nOn 3 May.\n')), ['0 loud, 2 dated, the last on 16558']);
    assert.ok(done.together.includes('On 3 May.'));
  });

  it('may fail: the check that asks is named, until it is mended', () => {
    let fails = false;
    const read = reader({ alone: [], together: [], runs: 0 }, () => fails);
    assert.equal(messages(read('Quiet.\n')).length, 1);
    fails = true;
    assert.deepEqual(read('Quieter.\n').failures, [{ what: 'The check loud', message: 'broken' }]);
    fails = false;
    const { failures, findings } = read('Quietest.\n');
    assert.deepEqual([failures.length, findings.length], [0, 1]);
  });
});
