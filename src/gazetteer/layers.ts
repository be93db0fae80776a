import type { Draft } from './read';

type Plain = Readonly<Record<string, unknown>>;

/** Lists that grow from layer to layer; every other list is replaced (spec 3.1.8). */
const APPENDED: Readonly<Record<string, (item: Plain) => string>> = {
  names: item => String(item['name'] ?? `${String(item['given'])} ${String(item['family'])}`),
  misspellings: item => String(item['name']),
  // The same post from the same day is the same holding: a layer can end one that was open.
  occupancies: item => `${String(item['post'])} ${dateText(item['start_date'])}`,
};

/** What a higher layer says of a record, laid over what the lower ones say: by key, maps by their keys. */
export function overlay(below: Draft | undefined, above: Draft): Draft {
  if (!below || below.remove || above.remove) return above;
  return { ...above, fields: merge(below.fields, above.fields, above.section === 'people') };
}

function merge(below: Plain, above: Plain, appends: boolean): Plain {
  const result: Record<string, unknown> = { ...below };
  for (const key of Object.keys(above)) {
    const old = below[key];
    const now = above[key];
    const keyOf = appends && Object.hasOwn(APPENDED, key) ? APPENDED[key] : undefined;
    if (keyOf && Array.isArray(old) && Array.isArray(now)) result[key] = append(old as Plain[], now as Plain[], keyOf);
    else if (isMap(old) && isMap(now)) result[key] = merge(old, now, false);
    else result[key] = now;
  }
  return result;
}

function append(below: readonly Plain[], above: readonly Plain[], keyOf: (item: Plain) => string): readonly Plain[] {
  const byKey = new Map(below.map(item => [keyOf(item), item]));
  for (const item of above) {
    const key = keyOf(item);
    byKey.set(key, { ...byKey.get(key), ...item });
  }
  return [...byKey.values()];
}

function isMap(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('precision' in value && 'earliest' in value);
}

function dateText(value: unknown): string {
  return isMapLike(value) && typeof value['text'] === 'string' ? value['text'] : '';
}

function isMapLike(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null;
}
