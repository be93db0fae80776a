import type { Span } from '../base/span';
import { Is } from './clause-words';
import { type FiniteVerb, finiteVerbs } from './finite-verbs';
import type { Token } from './tokens';

/**
 * A clause: one stretch of a sentence, or several where another clause stands inside it. `sub`: relative and adverbial
 * clauses, brackets; `quote`: what stands in quotation marks.
 */
export interface Clause {
  readonly role: 'main' | 'sub' | 'quote';
  readonly sentence: number;
  /** Index of the clause around it. */
  readonly parent?: number;
  readonly parts: readonly Span[];
  /** In order. */
  readonly verbs: readonly FiniteVerb[];
}

export interface ClauseText {
  readonly prose: string;
  readonly tokens: readonly Token[];
  /** What each word may be (`clause-words.ts`), by token. */
  readonly kinds: Int32Array;
  readonly quotes: readonly Span[];
  readonly sentences: readonly Span[];
}

/** The clauses of a text, in order of their beginnings. Every word belongs to exactly one. */
export function readClauses(text: ClauseText): Clause[] {
  const reader = new Reader(text);
  let from = 0;
  while (from < text.tokens.length) {
    let to = from + 1;
    while (to < text.tokens.length && text.tokens[to]!.sentence === text.tokens[from]!.sentence) to++;
    reader.sentence(from, to);
    from = to;
  }
  return reader.clauses;
}

interface Open { readonly clause: number; readonly until: 'comma' | 'end' | 'bracket' | 'dash' | 'quote' }
interface Draft { role: Clause['role']; sentence: number; parent?: number; parts: { start: number; end: number }[]; verbs: FiniteVerb[] }

/** Clauses inside one another, and words from a clause's beginning to its end, at most: longer than in any prose. */
const DEPTH = 8;
const REACH = 80;

/** The verbs of one sentence, asked for in the order of its words. */
class Verbs {
  private next = 0;
  constructor(private readonly verbs: readonly FiniteVerb[]) {}

  at(token: number): FiniteVerb | undefined {
    return this.from(token, token + 1);
  }

  /** The first verb at or after a token and before another. */
  from(token: number, end: number): FiniteVerb | undefined {
    while (this.next < this.verbs.length && this.verbs[this.next]!.token < token - 1) this.next++;
    for (let k = this.next; k < this.verbs.length && this.verbs[k]!.token < end; k++) if (this.verbs[k]!.token >= token) return this.verbs[k];
    return undefined;
  }
}

class Reader {
  readonly clauses: Draft[] = [];
  private quote = 0;

  constructor(private readonly text: ClauseText) {}

  sentence(from: number, to: number): void {
    const { prose, tokens, kinds } = this.text;
    const verbs = new Verbs(finiteVerbs({ tokens, kinds, from, to }));
    const first = this.clauses.length;
    let stack: Open[] = [{ clause: this.open('main', from), until: 'end' }];
    for (let i = from; i < to; i++) {
      const gap = i > from ? prose.slice(tokens[i - 1]!.end, tokens[i]!.start) : '';
      if (!this.goesOn(stack, gap, i)) stack = this.step(stack, gap, i, to, verbs);
      const clause = this.clauses[stack[stack.length - 1]!.clause]!;
      const token = tokens[i]!;
      const last = clause.parts[clause.parts.length - 1];
      if (last && i > from && last.end === tokens[i - 1]!.end) last.end = token.end;
      else clause.parts.push({ start: token.start, end: token.end });
      const verb = verbs.at(i);
      if (verb) clause.verbs.push(verb);
    }
    for (let k = first; k < this.clauses.length; k++) {
      const clause = this.clauses[k]!;
      if (clause.verbs.some(v => !v.weak)) clause.verbs = clause.verbs.filter(v => !v.weak);
    }
  }

  private open(role: Clause['role'], token: number, parent?: number): number {
    this.clauses.push({ role, sentence: this.text.tokens[token]!.sentence, ...(parent !== undefined ? { parent } : {}), parts: [], verbs: [] });
    return this.clauses.length - 1;
  }

  /** Nothing opens or ends a clause at token `i`. */
  private goesOn(stack: readonly Open[], gap: string, i: number): boolean {
    const { tokens, kinds, quotes } = this.text;
    const quoted = quotes.length > 0 && stack.some(open => open.until === 'quote') !== this.quoted(tokens[i]!);
    return (gap === ' ' || gap === '') && !quoted && (kinds[i]! & (Is.BARE | Is.COORDINATOR)) === 0;
  }

  /** What the mark before token `i`, and the token itself, do to the clauses that are open. */
  private step(open: readonly Open[], gap: string, i: number, to: number, verbs: Verbs): Open[] {
    let stack = [...open];
    const top = (): Open => stack[stack.length - 1]!;
    const push = (role: Clause['role'], until: Open['until']): void => { if (stack.length < DEPTH) stack.push({ clause: this.open(role, i, top().clause), until }); };
    const close = (until: Open['until']): boolean => {
      const at = stack.findLastIndex(o => o.until === until);
      if (at > 0) stack = stack.slice(0, at);
      return at > 0;
    };
    const token = this.text.tokens[i]!;
    const word = token.folded;
    const kind = this.text.kinds[i]!;
    const inQuote = this.quoted(token);
    const quoted = stack.some(o => o.until === 'quote');
    const opens = inQuote && !quoted;
    if (quoted && !inQuote) close('quote');
    if (/[)\]]/.test(gap)) close('bracket');
    if (/[([]/.test(gap)) push('sub', 'bracket');
    else if (/;|:\s/.test(gap) && !opens) {
      stack = stack.slice(0, Math.max(1, stack.findLastIndex(o => o.until === 'quote' || o.until === 'bracket') + 1));
      stack[stack.length - 1] = { clause: this.open(this.clauses[top().clause]!.role, i), until: top().until };
    } else if (/—|\s–\s|\s-\s/.test(gap)) {
      if (!close('dash')) push('sub', 'dash');
    }
    if (opens) push('quote', 'quote');
    const comma = /,(?!$)/.test(gap) || (gap === ',' && !/^\d/.test(token.text));
    if (!comma && (kind & Is.BARE) === 0 && word !== 'and' && word !== 'but') return stack;
    const ends = this.clauseEnd(i, to);
    const verbAhead = verbs.from(i, ends) !== undefined;
    if (comma) {
      while (top().until === 'comma') stack.pop();
      if ((kind & Is.COORDINATOR) !== 0 && verbAhead && this.clauses[top().clause]!.verbs.length > 0) {
        stack[stack.length - 1] = { clause: this.open(this.clauses[top().clause]!.role, i), until: top().until };
      } else if ((kind & Is.SUBORDINATOR) !== 0 && verbAhead && word !== 'that') push('sub', 'comma');
      return stack;
    }
    if ((kind & Is.BARE) !== 0 && verbAhead && !this.tokenBefore(i, 'in')) push('sub', 'comma');
    else if ((word === 'and' || word === 'but') && this.clauses[top().clause]!.verbs.length > 0) {
      const next = verbs.from(i + 1, ends);
      // “and Foreign Minister X says”: a subject of its own; “and was renamed”: a time of its own
      const same = next && this.clauses[top().clause]!.verbs[0]?.tense === next.tense;
      if (next && next.token > i + (same ? 1 : 0) && next.token <= i + 9) stack[stack.length - 1] = { clause: this.open(this.clauses[top().clause]!.role, i, this.clauses[top().clause]!.parent), until: top().until };
    }
    return stack;
  }

  private tokenBefore(i: number, word: string): boolean {
    return this.text.tokens[i - 1]?.folded === word;
  }

  /** Whether a token stands in quotation marks: asked in the order of the text. */
  private quoted(token: Token): boolean {
    const { quotes } = this.text;
    while (this.quote < quotes.length && quotes[this.quote]!.end < token.end) this.quote++;
    const quote = quotes[this.quote];
    return quote !== undefined && quote.start < token.start && token.end <= quote.end;
  }

  /** The token at which a clause that begins at `i` ends at the latest. */
  private clauseEnd(i: number, to: number): number {
    const { prose, tokens } = this.text;
    const end = Math.min(to, i + REACH);
    for (let k = i + 1; k < end; k++) {
      const gap = prose.slice(tokens[k - 1]!.end, tokens[k]!.start);
      if (gap !== ' ' && /,(?!$)|[;:()—]|\s–\s/.test(gap)) return k;
    }
    return end;
  }
}
