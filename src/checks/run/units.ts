import type { Changes } from '../../analysis/ledger';
import { type Analysis, type FactKind, KINDS, type Kind, type Placed } from '../../analysis/model';
import { alike } from '../../base/alike';
import type { Block } from '../../document/model';
import type { Grouped, Look } from './check';
import type { Sights } from './sights';
import { type Scope, type Source, View } from './view';

/** What one look at a part of the document has brought, and all else that it has read. */
interface Unit<T> {
  readonly found: readonly T[];
  readonly read: ReadonlySet<Source>;
}

type Key = Block | string;
const WHOLE = '';

/** Facts by group, kept from reading to reading. Shared by all that look at the same groups. */
export class Groups {
  private readonly groups = new Map<string, unknown[]>();
  /** Groups that changed at this reading. */
  stale: ReadonlySet<string> = new Set();

  constructor(private readonly by: Grouped) {}

  update(analysis: Analysis, changes: Changes): void {
    const stale = new Set<string>();
    const fresh = changes.all || !this.begun;
    if (fresh) this.groups.clear();
    const { gone, come } = fresh ? { gone: [], come: listOf(analysis, this.by.of) } : changes.of(this.by.of);
    this.begun = true;
    const keyOf = (fact: unknown): string | undefined => this.by.key(fact as never, analysis);
    const left = new Set(gone);
    for (const fact of gone) {
      const key = keyOf(fact);
      if (key !== undefined) stale.add(key);
    }
    for (const key of stale) this.groups.set(key, (this.groups.get(key) ?? []).filter(fact => !left.has(fact)));
    for (const fact of come) {
      const key = keyOf(fact);
      if (key === undefined) continue;
      const there = this.groups.get(key);
      if (there) there.push(fact);
      else this.groups.set(key, [fact]);
      stale.add(key);
    }
    for (const key of stale) {
      const group = this.groups.get(key)!;
      if (group.length === 0) this.groups.delete(key);
      else if (!fresh) group.sort((a, b) => startOf(a) - startOf(b));
    }
    this.stale = stale;
  }

  private begun = false;

  of(key: string): readonly unknown[] | undefined {
    return this.groups.get(key);
  }
}

function startOf(fact: unknown): number {
  const { span, first } = fact as { readonly span?: Placed<unknown>['span']; readonly first?: Placed<unknown> };
  return (span ?? first?.span)?.start ?? 0;
}

export function listOf(analysis: Analysis, kind: Kind): readonly unknown[] {
  return kind in analysis ? analysis[kind as keyof Analysis] as readonly unknown[] : analysis.placed(kind as FactKind);
}

/** What has changed since the last reading, as units of work need it. Worked out once, for all checks. */
export class News {
  /** Lists that changed, and the text where it did. */
  readonly sources = new Set<Source>();
  /** Blocks of which a fact was resolved otherwise. */
  readonly touched = new Set<Block>();

  /** Everything, to one who has seen nothing yet. */
  static ofAll(analysis: Analysis, sights: Sights): News {
    return new News(analysis, { all: true, blocks: { gone: [], come: analysis.document.blocks }, of: () => ({ gone: [], come: [] }) }, sights);
  }

  constructor(readonly analysis: Analysis, readonly changes: Changes, readonly sights: Sights) {
    if (changes.blocks.gone.length > 0 || changes.blocks.come.length > 0) this.sources.add('text');
    for (const kind of KINDS) {
      const { gone, come } = changes.of(kind);
      if (gone.length === 0 && come.length === 0) continue;
      this.sources.add(kind);
      for (const fact of [...gone, ...come]) {
        const { block } = fact as { readonly block?: Block };
        if (block) this.touched.add(block);
      }
    }
  }
}

/**
 * The work of one check, part by part, with what each part has read. At the next reading only those parts are done
 * again that are about something new, or have read something that changed.
 */
export class Units<T> {
  private readonly units = new Map<Key, Unit<T>>();
  private readonly readers = new Map<Source, Set<Key>>();
  private blocks = new Set<Block>();
  /** What all parts have brought, in no order. */
  found: readonly T[] = [];

  constructor(private readonly look: Look, private readonly groups: Groups | undefined, private readonly run: (view: View, whole: Analysis) => readonly T[]) {}

  /** Whether it brings anything else than before. */
  update(news: News): boolean {
    const stale = this.stale(news);
    if (stale.size === 0) return false;
    const [gone, come]: [(readonly T[])[], (readonly T[])[]] = [[], []];
    for (const [key, scope] of stale) {
      const before = this.units.get(key);
      const after = scope && this.work(news, scope);
      if (before) this.forget(key, before);
      if (after && (after.found.length > 0 || after.read.size > 0)) this.keep(key, after);
      if (before && before.found.length > 0) gone.push(before.found);
      if (after && after.found.length > 0) come.push(after.found);
    }
    if (alike(gone, come)) return false;
    this.found = [...this.units.values()].flatMap(unit => unit.found);
    return true;
  }

  /** What one part has brought. */
  at(key: Key): readonly T[] {
    return this.units.get(key)?.found ?? [];
  }

  /** Parts to do again, with what they are about; those that are no more have nothing. */
  private stale({ changes, sources, touched }: News): ReadonlyMap<Key, Scope | undefined> {
    const stale = new Map<Key, Scope | undefined>();
    const reread = function* (readers: ReadonlyMap<Source, ReadonlySet<Key>>): Iterable<Key> {
      for (const source of sources) yield* readers.get(source) ?? [];
    };
    if (this.look === 'document') {
      if (this.units.size === 0 || [...reread(this.readers)].length > 0) stale.set(WHOLE, {});
    } else if (this.look === 'block') {
      for (const block of changes.blocks.gone) {
        this.blocks.delete(block);
        stale.set(block, undefined);
      }
      for (const block of changes.blocks.come) {
        this.blocks.add(block);
        stale.set(block, { block });
      }
      for (const block of touched) if (this.blocks.has(block)) stale.set(block, { block });
      for (const key of reread(this.readers)) if (this.blocks.has(key as Block)) stale.set(key, { block: key as Block });
    } else {
      const { of } = this.look;
      for (const key of [...this.groups!.stale, ...reread(this.readers)]) {
        const facts = this.groups!.of(key as string);
        stale.set(key, facts && { group: { of, facts } });
      }
    }
    return stale;
  }

  private work({ analysis, sights }: News, scope: Scope): Unit<T> {
    const read = new Set<Source>();
    return { found: this.run(new View(analysis, scope, source => read.add(source), sights), analysis), read };
  }

  private keep(key: Key, unit: Unit<T>): void {
    this.units.set(key, unit);
    for (const source of unit.read) {
      const there = this.readers.get(source);
      if (there) there.add(key);
      else this.readers.set(source, new Set([key]));
    }
  }

  private forget(key: Key, unit: Unit<T>): void {
    this.units.delete(key);
    for (const source of unit.read) this.readers.get(source)?.delete(key);
  }
}
