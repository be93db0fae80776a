import type { Gazetteer } from './gazetteer';
import { deletionsOf } from './file/deletions';
import type { FileTable } from './file/open-file';
import type { Id, Organization, RecordBase, Records, Section } from './model';
import type { Layered } from './open';
import { indexOf, LayeredTable } from './tables/layered';
import { LAST_WORDS } from './tables/names';
import type { Table, TableSpec } from './tables/table';

/** A table of the file with the records of layers over it. */
export function layeredTable<V>(spec: TableSpec<V>, base: FileTable<V>, gazetteer: Gazetteer, layers: Layered): Table<V> {
  const moved = spec.byBody ? postsMoved(gazetteer, layers) : new Set<Id>();
  base.mask((section, id) => layers.masked(section, id) || (section === 'posts' && moved.has(id)));
  const records = spec.sections.flatMap(section => {
    const own = layers.own[section] as readonly RecordBase[];
    const also = section === 'posts' ? [...moved].map(id => gazetteer.post(id)).filter(post => post !== undefined && !own.some(each => each.id === post.id)) : [];
    return [...own, ...also].map(record => [section, record!.id, spec.entries(record!, section, gazetteer)] as const);
  });
  const { vocabulary } = gazetteer;
  return new LayeredTable(spec, base, indexOf(records, vocabulary), vocabulary);
}

const known = new WeakMap<Layered, ReadonlySet<Id>>();

/** Posts whose body, or what it is part of, or its state, a layer changed. */
function postsMoved(gazetteer: Gazetteer, layers: Layered): ReadonlySet<Id> {
  let moved = known.get(layers);
  if (moved) return moved;
  const touched = (section: Section, id: Id | undefined): boolean => id !== undefined
    && (layers.masked(section, id) || (layers.own[section] as readonly RecordBase[]).some(record => record.id === id));
  const isTouched = (body: Organization): boolean => touched('organizations', body.id) || touched('organizations', body.parent) || touched('states', body.state);
  const bodies = new Map<Id, boolean>();
  const movedBody = (id: Id): boolean => {
    let is = bodies.get(id);
    if (is === undefined) bodies.set(id, (is = touched('organizations', id) || gazetteer.lineage(id).some(isTouched)));
    return is;
  };
  moved = new Set(gazetteer.data.records.posts.filter(post => movedBody(post.organization)).map(post => post.id));
  known.set(layers, moved);
  return moved;
}

/** Last words of surnames in layers, by each of their deletions. */
export function slipsOf(own: Records, gazetteer: Gazetteer): ReadonlyMap<string, readonly string[]> {
  const slips = new Map<string, string[]>();
  for (const person of own.people) {
    for (const [[word]] of LAST_WORDS.entries(person, 'people', gazetteer)) {
      for (const key of deletionsOf(word!)) {
        const words = slips.get(key);
        if (!words) slips.set(key, [word!]);
        else if (!words.includes(word!)) words.push(word!);
      }
    }
  }
  return slips;
}
