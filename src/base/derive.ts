import { alike } from './alike';

/** Something that can be asked, and answers the same for as long as nothing has changed that it speaks of. */
export type Answers<Q, A> = (question: Q) => A;

interface Derived {
  readonly given: unknown;
  readonly reads: readonly { readonly of: string; readonly question: unknown; readonly answer: unknown }[];
  readonly value: unknown;
}

/**
 * Values kept by what they were made from. What a computation asks is recorded with the answers; at the next reading
 * the questions are asked again, and where all answers are alike the value holds. Nobody writes down what it depends on.
 */
export class Derivations {
  private readonly kept = new WeakMap<object, Derived>();

  /**
   * The value for `key`: kept, or computed. `given` is what the computation takes by value; `sources` what it may ask,
   * by name.
   */
  derive<S extends Record<string, Answers<never, unknown>>, T>(key: object, given: unknown, sources: S, compute: (sources: S) => T): T {
    const before = this.kept.get(key);
    const ask = sources as unknown as Record<string, Answers<unknown, unknown>>;
    if (before && alike(before.given, given) && before.reads.every(read => alike(ask[read.of]!(read.question), read.answer))) return before.value as T;
    const reads: { of: string; question: unknown; answer: unknown }[] = [];
    const recording = Object.fromEntries(Object.entries(ask).map(([of, answers]) => [of, (question: unknown): unknown => {
      const answer = answers(question);
      reads.push({ of, question, answer });
      return answer;
    }])) as unknown as S;
    const value = compute(recording);
    this.kept.set(key, { given, reads, value });
    return value;
  }
}
