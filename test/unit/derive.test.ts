import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Derivations } from '../../src/base/derive';
import { once } from '../../src/base/once';

describe('a derivation', () => {
  it('is kept while what it was given and what it asked is alike, by key and by kind', () => {
    const derivations = new Derivations();
    const [key, other] = [{}, {}];
    let [computed, asked] = [0, 0];
    const answers = new Map([['a', 1], ['b', 2]]);
    const sources = () => ({ of: (question: string) => { asked++; return answers.get(question); } });
    const value = (kind: string, of: object, given: unknown, from = sources()): number => derivations.derive(kind, of, given, from, ask => { computed++; return ask.of('a')! * 10; });
    assert.equal(value('one', key, [1]), 10);
    assert.equal(value('one', key, [1]), 10);
    assert.equal(computed, 1);
    value('one', key, [2]);
    value('one', other, [2]);
    value('two', key, [2]);
    assert.equal(computed, 4);
    answers.set('b', 3);
    assert.equal(value('two', key, [2]), 10);
    assert.equal(computed, 4);
    answers.set('a', 4);
    assert.equal(value('two', key, [2]), 40);
    const same = sources();
    value('two', key, [2], same);
    asked = 0;
    assert.equal(value('two', key, [2], same), 40);
    assert.equal(asked, 0);
  });
});

describe('a value made once', () => {
  it('is made once for each, also where it is nothing', () => {
    let made = 0;
    const of = once((key: { readonly n?: number }) => { made++; return key.n; });
    const [some, none] = [{ n: 1 }, {}];
    assert.deepEqual([of(some), of(none), of(some), of(none)], [1, undefined, 1, undefined]);
    assert.equal(made, 2);
  });
});
