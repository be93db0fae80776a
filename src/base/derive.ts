import { alike } from './alike';

/** Something that can be asked, and answers the same for as long as nothing has changed that it speaks of. */
export type Answers<Q, A> = (question: Q) => A;

interface Derived {
  readonly given: unknown;
  readonly reads: readonly { readonly of: string; readonly question: unknown; readonly answer: unknown }[];
  readonly value: unknown;
  /** Whoever answered last that all is as it was: while it is the same, nothing need be asked. */
  sources: object;
}

/**
 * Values kept by what they were made from. What a computation asks is recorded with the answers; at the next reading
 * the questions are asked again, and where all answers are alike the value holds. Nobody writes down what it depends on.
 */
export class Derivations {
  private readonly kept = new Map<string, WeakMap<object, Derived>>();

  /**
   * The value of this kind for `key`: kept, or computed. `given` is what the computation takes by value beside the key;
   * `sources` what it may ask, by name: the same sources give the same answers.
   */
  derive<S extends Record<string, Answers<never, unknown>>, T>(kind: string, key: object, given: unknown, sources: S, compute: (sources: S) => T): T {
    let kept = this.kept.get(kind);
    if (!kept) this.kept.set(kind, (kept = new WeakMap()));
    const before = kept.get(key);
    const ask = sources as unknown as Record<string, Answers<unknown, unknown>>;
    if (before && alike(before.given, given) && (before.sources === sources || before.reads.every(read => alike(ask[read.of]!(read.question), read.answer)))) {
      before.sources = sources;
      return before.value as T;
    }
    const reads: { of: string; question: unknown; answer: unknown }[] = [];
    const recording = Object.fromEntries(Object.entries(ask).map(([of, answers]) => [of, (question: unknown): unknown => {
      const answer = answers(question);
      reads.push({ of, question, answer });
      return answer;
    }])) as unknown as S;
    const value = compute(recording);
    kept.set(key, { given, reads, value, sources });
    return value;
  }

  /** The value of a computation that asks nothing. */
  keep<T>(kind: string, key: object, given: unknown, compute: () => T): T {
    return this.derive(kind, key, given, NOBODY, compute);
  }
}

const NOBODY = {};
