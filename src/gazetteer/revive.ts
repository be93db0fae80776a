import { parseDate } from '../base/edtf';
import type { PartialDate } from '../base/edtf';
import { PROFILE_FIELDS, SECTIONS, SOURCE_FIELDS } from './fields';
import type { Fields, Kind, Target } from './fields';

type Loose = Record<string, unknown>;

/** Where dates stand in a value: the value is one, or some of its fields, or all items of it, hold some. */
type Plan = 'date' | { readonly fields: readonly (readonly [key: string, plan: Plan])[] } | { readonly items: Plan };

const plans = new Map<Target, Plan | undefined>();

function planOf(target: Target): Plan | undefined {
  if (!plans.has(target)) {
    plans.set(target, fieldsPlan(target === 'sources' ? SOURCE_FIELDS : target === 'profiles' ? PROFILE_FIELDS : SECTIONS[target].fields));
  }
  return plans.get(target);
}

function fieldsPlan(fields: Fields): Plan | undefined {
  const dated = Object.entries(fields).filter(([, field]) => field.into === undefined)
    .map(([key, field]) => [key, kindPlan(field.kind)] as const)
    .filter((entry): entry is readonly [string, Plan] => entry[1] !== undefined);
  return dated.length === 0 ? undefined : { fields: dated };
}

function kindPlan(kind: Kind): Plan | undefined {
  if (kind.is === 'date') return 'date';
  if (kind.is === 'object') return fieldsPlan(kind.fields);
  if (kind.is !== 'list' && kind.is !== 'map') return undefined;
  const items = kindPlan(kind.of);
  return items && { items };
}

/** A few thousand days serve all records: each is read once. */
const known = new Map<string, PartialDate | undefined>();

function dateOf(text: string): PartialDate | undefined {
  let date = known.get(text);
  if (date === undefined) {
    date = parseDate(text);
    if (known.size > 50_000) known.clear();
    known.set(text, date);
  }
  return date;
}

/** Turns the dates of a compiled record from text into `PartialDate`, in place: it comes fresh from `JSON.parse`. */
export function revive(target: Target, record: unknown): void {
  const plan = planOf(target);
  if (plan) follow(plan, record);
}

function follow(plan: Plan, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (plan === 'date') return typeof value === 'string' ? dateOf(value) : value;
  const holder = value as Loose;
  if ('items' in plan) {
    for (const key of Object.keys(holder)) holder[key] = follow(plan.items, holder[key]);
  } else {
    for (const [key, inner] of plan.fields) if (key in holder) holder[key] = follow(inner, holder[key]);
  }
  return value;
}
