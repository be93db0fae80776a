import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { engine, root, unmark } from '../check';
import { examplesOf, pagesOf } from '../unit/examples';

type Attack = (source: string, flags: string, length: number, run?: number) => { readonly text: string; readonly ms: number } | undefined;

/** Patterns that `npm run lint` takes to see a bounded text, and the bound. */
const BOUNDED = new Map(readFileSync(path.join(root, 'scripts/redos/bounded.txt'), 'utf8').split('\n').flatMap(line => {
  const found = /^(\d+)\t[^\t]+\t(.+)$/.exec(line);
  return found ? [[found[2]!, Number(found[1])] as const] : [];
}));

describe('regular expressions', function () {
  this.timeout(60_000);
  let attacked: Attack;
  before(async () => {
    ({ attacked } = await import(pathToFileURL(path.join(root, 'scripts/redos/attack.mjs')).href) as { attacked: Attack });
  });

  it('are attacked so that a square, a cube and a power show, and what is linear does not', () => {
    for (const bad of ['^(?:a+)+$', '\\s+$', '([\\p{L}\\p{N}’\'-]+)[^\\p{L}\\p{N}]*$', '^(?:(?:The|A) (?:[\\p{Lu}\\d][\\p{L}\\d’\'-]* ?){2,})$', '(\\d{1,3}(?: \\d{3})+)(?! ?\\d)', '(?:\\w+ )*x', '<!--[^]*?-->']) {
      assert.ok(attacked(bad, 'u', 40_000), bad);
    }
    for (const good of ['^a+$', '\\bfoo(?:bar|baz)\\b', '(?<!\\s)\\s+$', '(\\d{1,3}(?: \\d{3}){1,5})(?! ?\\d)', '^[\\s*_]*(?![\\s*_])\\p{Lu}']) assert.equal(attacked(good, 'gu', 8_000), undefined, good);
    // where stretches of one kind are short, the square of them is nothing
    assert.equal(attacked('\\s+$', 'u', 8_000, 500), undefined);
  });

  describe('that see a bounded text', () => {
    const { exec } = RegExp.prototype;
    const longest = new Map<string, number>();
    before(() => {
      // every method of strings and expressions goes through it
      // oxlint-disable-next-line no-extend-native
      Object.defineProperty(RegExp.prototype, 'exec', { configurable: true, writable: true, value: function (this: RegExp, text: string) {
        const key = `/${this.source}/${this.flags}`;
        if (BOUNDED.has(key)) longest.set(key, Math.max(longest.get(key) ?? 0, String(text).length));
        return exec.call(this, text);
      } });
    });
    after(() => {
      // oxlint-disable-next-line no-extend-native
      Object.defineProperty(RegExp.prototype, 'exec', { configurable: true, writable: true, value: exec });
    });

    it('do so: the examples of all checks, on one line', () => {
      const examples = [...pagesOf(root).values()].flatMap(page => ['Reported', 'Not reported'].flatMap(heading => examplesOf(page, heading)));
      const line = examples.map(example => unmark(example).text.replace(/^---\n[^]*?\n---\n/, '').replace(/^[|#>*-].*$/gm, ' ').replace(/\s+/g, ' ')).join(' ').slice(0, 120_000);
      const reading = engine('shipped').open({ language: 'markdown', always: true }).update(`---\ndate: 2022-01-12\n---\n\n${line}\n`)!;
      for (let i = 0; i < 100; i++) reading.draftAt({ start: i * 1000, end: i * 1000 + 12 });
      assert.ok(longest.size > 0);
      for (const [pattern, length] of longest) assert.ok(length <= BOUNDED.get(pattern)!, `${length} characters for ${pattern}`);
    });
  });
});
