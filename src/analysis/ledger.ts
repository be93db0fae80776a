import { alike } from '../base/alike';
import { Derivations } from '../base/derive';
import { firstFrom, shift, type Span } from '../base/span';
import type { Block } from '../document/model';
import { analysisOf, understand } from './analyze';
import { type Analysis, type FactKind, type Ground, type Kind, type Placed, type ResolvedKind } from './model';

/** What left a list and what came into it from one reading to the next. */
export interface Change {
  readonly gone: readonly unknown[];
  readonly come: readonly unknown[];
}

/** The changes of one reading. Everything is new where `all` is set. */
export interface Changes {
  readonly all: boolean;
  readonly blocks: { readonly gone: readonly Block[]; readonly come: readonly Block[] };
  of(kind: Kind): Change;
}

type Resolved = Pick<Analysis, ResolvedKind>;

const NONE: Change = { gone: [], come: [] };

/**
 * Keeps what is known of one document from reading to reading. Facts are placed once for each block; what the whole
 * document resolves is worked out anew, and what comes out as it was stays the same object: who reads a list need
 * look again only at what went and what came.
 */
export class Ledger {
  private frame: readonly unknown[] = [];
  private derivations = new Derivations();
  private blocks: readonly Block[] = [];
  private placed = new Map<FactKind, readonly Placed<unknown>[]>();
  private resolved = new Map<ResolvedKind, readonly unknown[]>();

  /** @param frame all that the analysis rests on beside the text's blocks; where it differs from the last one, nothing is kept */
  update(base: Omit<Ground, 'derivations'>, frame: readonly unknown[]): { readonly analysis: Analysis; readonly changes: Changes } {
    const all = !alike(this.frame, frame);
    if (all) {
      this.blocks = [];
      this.placed = new Map();
      this.resolved = new Map();
      this.derivations = new Derivations();
      this.frame = frame;
    }
    const ground: Ground = { ...base, derivations: this.derivations };
    const { gone, come, rest } = between(this.blocks, ground.document.blocks);
    const changed = new Map<Kind, Change>();
    for (const [kind, list] of this.placed) this.splice(kind, list, ground, gone, come, rest, changed);
    this.blocks = ground.document.blocks;
    const resolved = this.resolve(understand(ground), changed);
    return { analysis: analysisOf(ground, resolved, this.lists(ground)), changes: { all, blocks: { gone, come }, of: kind => changed.get(kind) ?? NONE } };
  }

  /** What was resolved, with the objects of the last reading wherever they say the same; what points to others points to those. */
  private resolve(understood: Resolved, changed: Map<Kind, Change>): Resolved {
    const keep = <K extends ResolvedKind>(kind: K, list: Resolved[K]): Resolved[K] => {
      const kept = steady((this.resolved.get(kind) ?? []) as readonly unknown[] as Resolved[K][number][], list as readonly Resolved[K][number][]);
      this.resolved.set(kind, kept.list);
      if (kept.change) changed.set(kind, kept.change);
      return kept.list as Resolved[K];
    };
    const names = keep('names', understood.names);
    const figures = keep('figures', understood.figures);
    const nameOf = heldFor(understood.names, names);
    const figureOf = heldFor(understood.figures, figures);
    const claims = understood.claims.map(claim => ({ ...claim, people: claim.people.map(nameOf) }));
    const figurePairs = understood.figurePairs.map(pair => {
      const [first, second] = [figureOf(pair.first), figureOf(pair.second)];
      return first === pair.first && second === pair.second ? pair : { ...pair, first, second };
    });
    return {
      names, figures,
      dates: keep('dates', understood.dates), counts: keep('counts', understood.counts), claims: keep('claims', claims), figurePairs: keep('figurePairs', figurePairs),
    };
  }

  /** Replaces the facts of the blocks that went by those of the blocks that came. */
  private splice(kind: FactKind, list: readonly Placed<unknown>[], ground: Ground, gone: readonly Block[], come: readonly Block[], rest: Block | undefined, changed: Map<Kind, Change>): void {
    const added = come.flatMap(block => placedIn(ground, kind, block));
    const blockStart = (one: Placed<unknown>): number => one.block.span.start;
    const from = firstFrom(list, Math.min((gone[0] ?? come[0])?.span.start ?? Infinity, come[0]?.span.start ?? Infinity), blockStart);
    const to = rest ? firstFrom(list, rest.span.start, blockStart) : list.length;
    const removed = list.slice(from, to);
    if (removed.length === 0 && added.length === 0) return;
    this.placed.set(kind, [...list.slice(0, from), ...added, ...list.slice(to)]);
    changed.set(kind, { gone: removed, come: added });
  }

  /** The lists of this reading: a reading that a later one has overtaken still answers for its own text. */
  private lists(ground: Ground): (kind: FactKind) => readonly Placed<unknown>[] {
    const own = new Map(this.placed);
    return kind => {
      let list = own.get(kind);
      if (!list) {
        own.set(kind, (list = ground.document.blocks.flatMap(block => placedIn(ground, kind, block))));
        if (this.blocks === ground.document.blocks) this.placed.set(kind, list);
      }
      return list;
    };
  }
}

function placedIn(ground: Ground, kind: FactKind, block: Block): Placed<unknown>[] {
  const mentions: readonly { readonly span: Span; readonly quoted?: boolean }[] = ground.factsOf(block)[kind];
  return mentions.length === 0 ? [] : mentions.map(mention => ({ mention, span: shift(mention.span, block.span.start), block, quoted: mention.quoted ?? block.quoted }));
}

/** Blocks that only the first or only the second list has between their common start and end, and the first of the common end. */
function between(before: readonly Block[], after: readonly Block[]): { gone: readonly Block[]; come: readonly Block[]; rest: Block | undefined } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { gone: before.slice(start, before.length - end), come: after.slice(start, after.length - end), rest: after[after.length - end] };
}

/** For each of the new objects the one that is kept in its place. */
function heldFor<T>(fresh: readonly T[], held: readonly T[]): (one: T) => T {
  const others = new Map<T, T>();
  fresh.forEach((one, i) => {
    if (held[i] !== one) others.set(one, held[i]!);
  });
  return one => others.get(one) ?? one;
}

/** The new list with the old objects wherever they say the same; the old list itself where nothing has changed. */
export function steady<T>(before: readonly T[], after: readonly T[]): { readonly list: readonly T[]; readonly change?: Change } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && same(before[start], after[start])) start++;
  let end = 0;
  while (end < most - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
  if (start === before.length && start === after.length) return { list: before };
  const gone = new Set(before.slice(start, before.length - end));
  const byPlace = new Map<number | undefined, T[]>();
  for (const old of gone) byPlace.set(placeOf(old), [...byPlace.get(placeOf(old)) ?? [], old]);
  const come: T[] = [];
  const middle = after.slice(start, after.length - end).map(item => {
    const old = byPlace.get(placeOf(item))?.find(o => gone.has(o) && same(o, item));
    if (old === undefined) come.push(item);
    else gone.delete(old);
    return old ?? item;
  });
  return { list: [...before.slice(0, start), ...middle, ...before.slice(before.length - end)], change: { gone: [...gone], come } };
}

interface Place {
  readonly span?: Span;
  readonly block?: Block;
  readonly first?: Place;
}

function placeOf(item: unknown): number | undefined {
  const { span, first } = item as Place;
  return (span ?? first?.span)?.start;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || ((a as Place).block === (b as Place).block && alike(a, b));
}
