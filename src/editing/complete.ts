import { fold } from '../base/fold';
import type { Span } from '../base/span';
import { type YamlCursor, yamlCursorAt, yamlScalars } from '../yaml/yaml-scalars';
import { type Field, type Fields, SECTION_NAMES, type Target } from '../gazetteer/fields';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Id } from '../gazetteer/model';
import { aboutRecord } from './about';
import { type IdPlace, idsOf, isStyle } from './ids';
import { idsMeant, slotAt } from './kinds';

/** One thing that may be written at the cursor. */
export interface RecordCompletion {
  readonly label: string;
  readonly kind: 'key' | 'id' | 'choice';
  /** Text in the place of `span`. */
  readonly insert: string;
  readonly span: Span;
  /** What it is, in a few words. */
  readonly detail?: string;
  readonly about?: string;
}

/** Ids offered at once: more than these, and the writer goes on typing. */
const MOST_IDS = 200;

/** What may be written at an offset of a file of records or of a house style. */
export function complete(gazetteer: Gazetteer, text: string, offset: number): readonly RecordCompletion[] {
  if (text.trim() === '') return fresh({ start: offset, end: offset });
  const cursor = yamlCursorAt(text, offset);
  if (!cursor) return [];
  const scalars = yamlScalars(text);
  const style = isStyle(scalars);
  const here = idsOf(scalars).filter(id => id.declares);
  const written = fold(text.slice(cursor.span.start, offset));
  const slot = slotAt(cursor.path, style);
  if (cursor.role === 'key') {
    if (slot?.is === 'map' && slot.short === undefined) return keysOf(slot.fields, cursor);
    // a word after a dash: an item that may be a bare text, or the first key of a map
    const ids = idsMeant(slot);
    return [...(slot?.is === 'map' ? keysOf(slot.fields, cursor) : []), ...offersOf(gazetteer, here, ids, written, cursor.span), ...(slot?.is === 'value' ? choices(slot.kind, cursor.span) : [])];
  }
  if (slot?.is === 'value' && slot.kind.is === 'list') {
    const { of } = slot.kind;
    const items = of.is === 'ref' ? offersOf(gazetteer, here, of.to, written, cursor.span) : choices(of, cursor.span);
    return items.map(item => ({ ...item, insert: `[${item.insert}]` }));
  }
  if (slot?.is === 'own-id') return [];
  return [...offersOf(gazetteer, here, idsMeant(slot), written, cursor.span), ...(slot?.is === 'value' ? choices(slot.kind, cursor.span) : [])];
}

/** The first lines of a new file. */
function fresh(span: Span): readonly RecordCompletion[] {
  return [
    { label: 'schema', kind: 'key', insert: 'schema: chancery-gazetteer/1\nchecked: ', span, detail: 'a file of people, bodies, places …', about: `Then one or more of ${SECTION_NAMES.join(', ')}.` },
    { label: 'extends', kind: 'key', insert: 'id: own\nextends: neutral\n', span, detail: 'a house style' },
  ];
}

function keysOf(fields: Fields, cursor: YamlCursor): readonly RecordCompletion[] {
  return Object.entries(fields).filter(([key]) => !cursor.siblings.includes(key)).map(([key, field]) => ({
    label: key, kind: 'key', insert: `${key}: `, span: cursor.span, detail: kindWords(field), about: field.about,
  }));
}

function kindWords(field: Field): string {
  const { kind } = field;
  const what = kind.is === 'ref' ? `id of ${kind.to.join(' or ')}` : kind.is === 'choice' ? kind.of.join(' | ') : kind.is === 'flag' ? 'true | false' : kind.is === 'object' ? 'map' : kind.is;
  return field.required ? `${what}, needed` : what;
}

function choices(kind: Field['kind'], span: Span): readonly RecordCompletion[] {
  const of = kind.is === 'choice' ? kind.of : kind.is === 'flag' ? ['true', 'false'] : kind.is === 'seats' ? ['1', 'many'] : [];
  return of.map(value => ({ label: value, kind: 'choice', insert: value, span }));
}

/** Ids, and those of this text that are not saved, that what is written begins, or that a word of their name begins. */
function offersOf(gazetteer: Gazetteer, here: readonly IdPlace[], targets: readonly Target[], written: string, span: Span): readonly RecordCompletion[] {
  const found: RecordCompletion[] = [];
  for (const target of targets) {
    for (const id of allIds(gazetteer, here, target)) {
      const about = aboutRecord(gazetteer, target, id);
      const hay = fold(`${id} ${id.replace(/-/g, ' ')} ${about?.title ?? ''}`);
      if (written !== '' && !hay.startsWith(written) && !hay.includes(` ${written}`)) continue;
      found.push({ label: id, kind: 'id', insert: target === 'states' && id === 'NO' ? '"NO"' : id, span, ...(about ? { detail: about.title, about: about.lines.join('\n') } : {}) });
      if (found.length >= MOST_IDS) return found;
    }
  }
  return found;
}

function allIds(gazetteer: Gazetteer, here: readonly IdPlace[], target: Target): readonly Id[] {
  const known: readonly Id[] = target === 'sources' ? Object.keys(gazetteer.data.sources)
    : target === 'profiles' ? gazetteer.profiles.map(p => p.id)
    : gazetteer.data.records[target].map(r => r.id);
  return [...new Set([...here.filter(i => i.targets.includes(target)).map(i => i.id), ...known])];
}
