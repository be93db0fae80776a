import type { Analysis, FactKind, Ground, Kind, Placed, ResolvedKind } from '../../analysis/model';
import type { LineIndex } from '../../base/lines';
import type { Addresses } from '../../document/addresses';
import type { Block, DateLine, Directive, Document, FrontMatter, List, Table } from '../../document/model';
import type { BlockFacts } from '../../recognize/model';
import type { CheckView, Sight } from './check';
import type { Sights } from './sights';

/** What can be read beside the facts that a unit of work is about: a list of facts, the text as a whole, or what is seen in its blocks. */
export type Source = Kind | 'text' | Sight<unknown>;

/** What a unit of work is about. */
export interface Scope {
  /** Its own list has these facts only. */
  readonly group?: { readonly of: Kind; readonly facts: readonly unknown[] };
  /** All lists have the facts of this block only. */
  readonly block?: Block;
}

/**
 * The analysis as one unit of work sees it. Blocks, sections and facts never change, so that what is reached from them
 * needs no note; the lists and the text do, and what is read of them is noted.
 */
export class View implements CheckView {
  readonly gazetteer: Ground['gazetteer'];
  readonly derivations: Ground['derivations'];
  readonly profile: Ground['profile'];
  readonly choices: Ground['choices'];
  declare readonly judging?: Ground['judging'] & object;
  readonly document: Document;

  constructor(private readonly whole: Analysis, private readonly scope: Scope, private readonly note: (source: Source) => void, private readonly sights: Sights) {
    this.gazetteer = whole.gazetteer;
    this.derivations = whole.derivations;
    this.profile = whole.profile;
    this.choices = whole.choices;
    if (whole.judging) this.judging = whole.judging;
    this.document = new DocumentView(whole.document, scope.block, () => note('text'));
  }

  factsOf(block: Block): BlockFacts {
    return this.whole.factsOf(block);
  }

  blockOf(placed: Placed<unknown>): Block {
    return placed.block;
  }

  seen<T>(sight: Sight<T>): readonly T[] {
    this.note(sight);
    return this.sights.of(sight, this.whole, this.scope.block);
  }

  placed<K extends FactKind>(kind: K): readonly Placed<BlockFacts[K][number]>[] {
    return this.scoped(kind, () => this.whole.placed(kind)) as readonly Placed<BlockFacts[K][number]>[];
  }

  get names(): Analysis['names'] { return this.resolved('names'); }
  get dates(): Analysis['dates'] { return this.resolved('dates'); }
  get figures(): Analysis['figures'] { return this.resolved('figures'); }
  get claims(): Analysis['claims'] { return this.resolved('claims'); }
  get figurePairs(): Analysis['figurePairs'] { return this.resolved('figurePairs'); }
  get organizations(): Analysis['organizations'] { return this.placed('organizations'); }
  get metonyms(): Analysis['metonyms'] { return this.placed('metonyms'); }
  get states(): Analysis['states'] { return this.placed('states'); }
  get places(): Analysis['places'] { return this.placed('places'); }
  get acronyms(): Analysis['acronyms'] { return this.placed('acronyms'); }
  get counts(): Analysis['counts'] { return this.resolved('counts'); }
  get attributions(): Analysis['attributions'] { return this.placed('attributions'); }

  private resolved<K extends ResolvedKind>(kind: K): Analysis[K] {
    return this.scoped(kind, () => this.whole[kind]) as Analysis[K];
  }

  private scoped(kind: Kind, list: () => readonly unknown[]): readonly unknown[] {
    const { group, block } = this.scope;
    if (group?.of === kind) return group.facts;
    if (block && kind !== 'figurePairs') return ofBlock(list() as readonly Placed<unknown>[], block);
    this.note(kind);
    return list();
  }
}

/** The facts of one block, in a list that is in document order. */
function ofBlock(list: readonly Placed<unknown>[], block: Block): readonly Placed<unknown>[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.block.span.start < block.span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < list.length && list[end]!.block === block) end++;
  return list.slice(low, end);
}

/** The document as one unit of work sees it: addresses and what stands at the top are fixed while it is kept, all else is noted. */
class DocumentView implements Document {
  readonly addresses: Addresses;
  readonly markdown: boolean;
  declare readonly frontMatter?: FrontMatter;
  declare readonly dateLine?: DateLine;

  constructor(private readonly whole: Document, private readonly block: Block | undefined, private readonly note: () => void) {
    this.addresses = whole.addresses;
    this.markdown = whole.markdown;
    if (whole.frontMatter) this.frontMatter = whole.frontMatter;
    if (whole.dateLine) this.dateLine = whole.dateLine;
  }

  get blocks(): readonly Block[] { return this.block ? [this.block] : this.noted().blocks; }
  get source(): string { return this.noted().source; }
  get lines(): LineIndex { return this.noted().lines; }
  get tables(): readonly Table[] { return this.noted().tables; }
  get lists(): readonly List[] { return this.noted().lists; }
  get directives(): readonly Directive[] { return this.noted().directives; }

  private noted(): Document {
    this.note();
    return this.whole;
  }
}
