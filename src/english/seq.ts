import { IS_MARK, markId, SPACED, type Tokens } from './lexer';
import type { Vocabulary } from './vocabulary';
import type { WordClass } from './word-class';

/**
 * Patterns over tokens. A step reads from a token on and gives the index after what it read, or -1; steps are made of
 * steps, once, and read any text:
 *
 *   const UNTIL = seq(word('until', 'till'), maybe(word('the')), kind(ORDINALS), kind(MONTHS));
 *   const end = UNTIL({ tokens, vocabulary }, i);
 *
 * Words are folded forms. `maybe`, `many` and `any` take what they can get and are not read again otherwise: the first
 * alternative that reads wins, so longer ones stand before shorter ones. A step reads past the end of no text.
 */
export interface Reading {
  readonly tokens: Tokens;
  readonly vocabulary: Vocabulary;
}

export type Step = (text: Reading, at: number) => number;

/** One of these words. */
export function word(...words: readonly string[]): Step {
  let of: Vocabulary | undefined;
  let ids: readonly number[] = [];
  return (text, at) => {
    if (of !== text.vocabulary) {
      of = text.vocabulary;
      ids = words.map(each => text.vocabulary.lasting(each));
    }
    return at < text.tokens.count && ids.includes(text.tokens.id[at]!) ? at + 1 : -1;
  };
}

/** A word of one of these classes. */
export function kind(...classes: readonly WordClass<unknown>[]): Step {
  return (text, at) => (at < text.tokens.count && classes.some(each => text.vocabulary.is(text.tokens.id[at]!, each)) ? at + 1 : -1);
}

/** One of these marks. */
export function mark(chars: string): Step {
  const ids = [...chars].map(markId);
  return (text, at) => (at < text.tokens.count && ids.includes(text.tokens.id[at]!) ? at + 1 : -1);
}

/** A token that has all these flags (`lexer.ts`). */
export function flagged(flags: number): Step {
  return (text, at) => (at < text.tokens.count && (text.tokens.flags[at]! & flags) === flags ? at + 1 : -1);
}

/** Any word at all. */
export const anyWord: Step = (text, at) => (at < text.tokens.count && (text.tokens.flags[at]! & IS_MARK) === 0 ? at + 1 : -1);

/** No white space before the next token: reads nothing. */
export const glued: Step = (text, at) => (at < text.tokens.count && (text.tokens.flags[at]! & SPACED) === 0 ? at : -1);

/** The end of the text: reads nothing. */
export const end: Step = (text, at) => (at >= text.tokens.count ? at : -1);

/** One after the other. */
export function seq(...steps: readonly Step[]): Step {
  return (text, at) => {
    let i = at;
    for (const step of steps) {
      i = step(text, i);
      if (i < 0) return -1;
    }
    return i;
  };
}

/** The first that reads. */
export function any(...steps: readonly Step[]): Step {
  return (text, at) => {
    for (const step of steps) {
      const i = step(text, at);
      if (i >= 0) return i;
    }
    return -1;
  };
}

export function maybe(step: Step): Step {
  return (text, at) => {
    const i = step(text, at);
    return i < 0 ? at : i;
  };
}

/** As many as there are, `least` to `most`. */
export function many(step: Step, least = 0, most = Infinity): Step {
  return (text, at) => {
    let i = at;
    let count = 0;
    for (; count < most; count++) {
      const next = step(text, i);
      if (next <= i) break;
      i = next;
    }
    return count < least ? -1 : i;
  };
}

/** What does not follow: reads nothing. */
export function not(step: Step): Step {
  return (text, at) => (step(text, at) < 0 ? at : -1);
}
