import assert from 'node:assert/strict';
import { engine } from '../check';

/** What our own choice of title, body and letter case decides: nothing may be found there. */
const OURS = new Set(['title-style', 'acronym-case', 'acronym-unexpanded', 'acronym-expansion', 'title-stacked', 'title-variant-mixed', 'spelling-dialect-mixed']);
/** Share of officials whose name, office or state is read wrongly yet, wherever it stands; it may only become smaller. */
const READ_WRONGLY = 0.03;
/** Titles that hold an acronym which no record spells out, and one in which the name of a smaller body is read. */
const READ_OTHERWISE = /\bUNAIDS\b|\bDPRK\b|\bCommonwealth of Independent States\b/;

interface Inserted {
  readonly count: number;
  /** Findings on the words before the name that our own form of them draws. */
  readonly own: readonly string[];
  readonly misread: readonly string[];
}

/** The first reference of each official of the day, standing alone in a note. */
function insert(day: string, style: string): Inserted {
  const brief = engine('shipped').open({ language: 'markdown', always: true });
  const front = `---\ndate: ${day}\nhouse-style: ${style}\n---\n\n`;
  const own: string[] = [];
  const misread = new Set<string>();
  const officials = brief.update(front)!.officials(0);
  for (const { text } of officials) {
    for (const { check, message, span } of brief.update(`${front}${text} spoke first.\n`)!.findings) {
      const words = text.slice(span.start - front.length, span.end - front.length);
      // in the name itself an acronym or a variant is a name read wrongly: SASSOU, Aman
      if (OURS.has(check) && !nameHas(text, words) && !READ_OTHERWISE.test(text)) own.push(`${text}: ${check}: ${message}`);
      else misread.add(text);
    }
  }
  return { count: officials.length, own, misread: [...misread] };
}

/** Whether words stand in the last three words of a first reference, which are the name. */
function nameHas(text: string, words: string): boolean {
  return text.split(' ').slice(-3).join(' ').includes(words);
}

describe('Officials as they are inserted draw no finding of our own', () => {
  const days = [...engine('shipped').houseStyles.map(({ id }) => ['2022-01-12', id] as const), ['2015-07-14', 'neutral'], ['2026-11-20', 'neutral']] as const;
  for (const [day, style] of days) {
    it(`on ${day} in the house style ${style}`, () => {
      const { count, own, misread } = insert(day, style);
      assert.ok(count > 500, `only ${count} officials`);
      assert.deepEqual(own, []);
      assert.ok(misread.length <= READ_WRONGLY * count, `${misread.length} of ${count}: ${misread.join('; ')}`);
    }).timeout(240_000);
  }
});
