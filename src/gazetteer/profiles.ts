import type { Id } from './model';
import type { Profile } from './profile';

/** A profile as written: only its own dimensions. */
export interface ProfileDraft {
  readonly id: Id;
  readonly extends?: Id;
  readonly [dimension: string]: unknown;
}

const PLAIN: Profile = { id: 'neutral', press: false, noExpand: [], neverShort: [], firstRef: 'full', names: {}, places: {}, honorifics: [] };

/** Dimensions that add to those of the profile below instead of taking their place. */
const LISTS = ['noExpand', 'neverShort', 'honorifics'] as const;
const MAPS = ['names', 'places'] as const;

/** The profile with all that it extends. One that extends itself, or an unknown one, stands on `neutral`. */
export function resolveProfile(id: Id, drafts: ReadonlyMap<Id, ProfileDraft>): Profile | undefined {
  const chain: ProfileDraft[] = [];
  for (let next: Id | undefined = id; next !== undefined;) {
    const draft: ProfileDraft | undefined = drafts.get(next);
    if (!draft || chain.includes(draft)) break;
    chain.unshift(draft);
    next = draft.extends ?? (draft.id === 'neutral' ? undefined : 'neutral');
  }
  if (chain.at(-1)?.id !== id) return undefined;
  if (chain[0]!.id !== 'neutral') {
    const neutral = drafts.get('neutral');
    if (neutral) chain.unshift(neutral);
  }
  let profile: Profile = PLAIN;
  for (const draft of chain) profile = extend(profile, draft);
  return profile;
}

/** Whether a profile's `extends` leads back to itself. */
export function extendsItself(id: Id, drafts: ReadonlyMap<Id, ProfileDraft>): boolean {
  const seen = new Set<Id>();
  for (let next: Id | undefined = id; next !== undefined; next = drafts.get(next)?.extends) {
    if (seen.has(next)) return next === id;
    seen.add(next);
  }
  return false;
}

function extend(below: Profile, draft: ProfileDraft): Profile {
  const lists = LISTS.map(key => [key, [...new Set([...(below[key] ?? []), ...((draft[key] as readonly string[] | undefined) ?? [])])]]);
  const maps = MAPS.map(key => [key, { ...below[key], ...(draft[key] as Profile['names'] | undefined) }]);
  const { title: _title, extends: _base, ...rest } = below;
  return { ...rest, ...draft, ...Object.fromEntries(lists), ...Object.fromEntries(maps) } as Profile;
}
