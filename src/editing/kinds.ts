import type { YamlPath } from '../yaml/yaml';
import { type Field, type Fields, type Kind, PROFILE_FIELDS, SECTION_NAMES, SECTIONS, SOURCE_FIELDS, type Target } from '../gazetteer/fields';
import type { Section } from '../gazetteer/model';

/** What may stand at a path of a file of records or of a house style. */
export type Slot =
  /** A map with these keys. `record`: the section whose record it is. `short`: the key that a bare text stands for. */
  | { readonly is: 'map'; readonly fields: Fields; readonly record?: Target; readonly short?: string }
  /** A map from ids of these sections. */
  | { readonly is: 'by-id'; readonly to: readonly Target[] }
  /** The id of the record itself. */
  | { readonly is: 'own-id'; readonly target: Target }
  | { readonly is: 'value'; readonly kind: Kind };

const TEXT: Kind = { is: 'text' };
/** Keys that records have beside the fields of their section. */
const OWN: Fields = {
  id: { kind: TEXT, about: 'The id: lower-case letters, digits and hyphens; a state’s is its ISO 3166-1 code.' },
  remove: { kind: { is: 'flag' }, about: 'true: hides the record of the layers below.' },
};
const TOP: Fields = {
  schema: { kind: { is: 'choice', of: ['chancery-gazetteer/1'] }, about: 'The form of this file.' },
  checked: { kind: { is: 'date' }, about: 'Day of the last editorial check of this file as a whole.' },
  sources: { kind: TEXT, about: 'Sources by id: {title, publisher, date, url, grade}.' },
  profiles: { kind: TEXT, about: 'House styles.' },
  ...Object.fromEntries(SECTION_NAMES.map(name => [name, { kind: TEXT, about: SECTIONS[name].about } satisfies Field])),
};

/** What may stand at a path; `style`: the file is one of a house style. `undefined` where nothing is known of it. */
export function slotAt(path: YamlPath, style: boolean): Slot | undefined {
  if (style) return descend({ is: 'map', fields: { ...OWN, ...PROFILE_FIELDS }, record: 'profiles' }, path);
  const [section, at, ...rest] = path;
  if (section === undefined) return { is: 'map', fields: TOP };
  if (section === 'schema' || section === 'checked') return at === undefined ? { is: 'value', kind: TOP[section]!.kind } : undefined;
  if (section === 'sources') {
    if (at === undefined) return { is: 'by-id', to: ['sources'] };
    return descend({ is: 'map', fields: SOURCE_FIELDS, record: 'sources' }, rest);
  }
  const fields = section === 'profiles' ? PROFILE_FIELDS : SECTIONS[section as Section]?.fields;
  if (!fields || at === undefined) return undefined;
  return descend({ is: 'map', fields: { ...OWN, ...fields }, record: section as Target }, rest);
}

function descend(from: Slot, path: YamlPath): Slot | undefined {
  let slot: Slot | undefined = from;
  for (const step of path) {
    if (!slot) return undefined;
    if (slot.is === 'map') {
      if (step === 'id' && slot.record) { slot = { is: 'own-id', target: slot.record }; continue; }
      const field: Field | undefined = Object.hasOwn(slot.fields, step) ? slot.fields[step] : undefined;
      slot = field && slotOf(field.kind);
    } else if (slot.is === 'value' && slot.kind.is === 'list') {
      // a single value may stand for a list of one
      slot = typeof step === 'number' ? slotOf(slot.kind.of) : slot.kind.single ? descend(slotOf(slot.kind.of), [step]) : undefined;
    } else if (slot.is === 'value' && slot.kind.is === 'map') {
      slot = slotOf(slot.kind.of);
    } else {
      return undefined;
    }
  }
  return slot;
}

function slotOf(kind: Kind): Slot {
  if (kind.is !== 'object') return { is: 'value', kind };
  return { is: 'map', fields: kind.fields, ...(kind.short === undefined ? {} : { short: kind.short }) };
}

/** Sections whose ids a value at this slot is one of: the record's own, or one that it refers to. */
export function idsMeant(slot: Slot | undefined): readonly Target[] {
  if (slot?.is === 'own-id') return [slot.target];
  if (slot?.is === 'map' && slot.short !== undefined) return idsMeant(slotOf(slot.fields[slot.short]!.kind));
  return slot?.is === 'value' && slot.kind.is === 'ref' ? slot.kind.to : [];
}
