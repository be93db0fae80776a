import { touches } from '../../analysis/records/offices';
import type { Analysis, Placed } from '../../analysis/model';
import { possiblePeriod } from '../../base/edtf';
import { fold } from '../../base/fold';
import { once } from '../../base/once';
import { contains } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { edits, replace } from '../../findings/fixes';
import type { Place, PlaceVariant } from '../../gazetteer/model';
import type { PlaceMention } from '../../recognize/model';
import { endsNounPhrase } from '../../recognize/language/noun-end';
import { defineCheck, type Report } from '../run/check';
import { byPlace } from '../run/groups';
import { date, likeCase, quote } from '../wording/wording';

type Use = Placed<PlaceMention>;

/** A form of a place name that current usage, or the house, has left; judged by the document’s own date. */
export const placeHouseVariant = defineCheck({
  id: 'place-house-variant',
  group: 'names',
  title: 'Forms of place names',
  severity: 'information',
  look: byPlace,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const groups = new Map<string, { place: Place; uses: Use[] }>();
    for (const use of analysis.places) {
      const place = analysis.gazetteer.place(use.mention.place);
      if (!place || analysis.choices.keep.has(fold(use.mention.surface)) || insideBody(analysis, use) || describes(analysis, use) || isExplained(analysis, place, use)) continue;
      const wanted = wantedForm(analysis, place);
      if (same(use.mention.surface, wanted.form) || !isLeft(analysis, place, use, wanted)) continue;
      const key = `${place.id} ${fold(use.mention.surface)}`;
      const there = groups.get(key);
      if (there) there.uses.push(use);
      else groups.set(key, { place, uses: [use] });
    }
    for (const { place, uses } of groups.values()) yield report(analysis, place, uses);
  },
});

/** A place in the name of a body is spelt as the body spells it. */
function insideBody(analysis: Analysis, use: Use): boolean {
  return analysis.factsOf(use.block).organizations.some(body => body.form !== 'short' && contains(body.span, use.mention.span));
}

/** “The Ukraine package”: the article belongs to the noun that follows. */
function describes(analysis: Analysis, use: Use): boolean {
  const { surface, span } = use.mention;
  return /^the /i.test(surface) && !endsNounPhrase(analysis.blockOf(use).prose, span.end);
}

/** Words right before a form that speak of it as a form: “then called”, “formerly”, “renamed from”, “the spelling”. */
const AS_FORM = /\b(?:(?:formerly|previously|hitherto) |(?:then|once|formerly|previously|still|also|officially|was|were|being) (?:known as|called|named|spelt|spelled) |re(?:named|christened) from |name (?:back )?from |(?:form|spelling|name|word) )["'‘“]?$/i;

/** “Astana, then called Nur-Sultan”, “Nur-Sultan (now Astana)”, “Odesa (Odessa)”: the text itself says that the form is another. */
function isExplained(analysis: Analysis, place: Place, use: Use): boolean {
  const { prose } = analysis.blockOf(use);
  const { start, end } = use.mention.span;
  const before = prose.slice(Math.max(0, start - 40), start);
  if (AS_FORM.test(before)) return true;
  const explained = besideCurrent(place);
  return explained.before.test(before) || explained.after.test(prose.slice(end, end + 80));
}

/** The current name, with words beside it that make another form one that it had. */
const besideCurrent = once((place: Place) => {
  const current = place.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    before: new RegExp(`${current}\\s+\\((?:(?:or|also|formerly|then|previously|ex-?)\\s+)?["'‘“]?$`, 'iu'),
    after: new RegExp(`^["'’”]?(?:,\\s*|\\s+\\()(?:now|today|since|renamed|present-day|currently)\\b[^.;]{0,30}${current}`, 'iu'),
  };
});

interface Wanted {
  readonly form: string;
  readonly house: boolean;
  /** The house has said from which day on. */
  readonly dated: boolean;
}

function wantedForm(analysis: Analysis, place: Place): Wanted {
  const dated = analysis.profile.places[place.id] ?? [];
  const on = analysis.judging;
  const form = dated.find(f => (on ? touches(possiblePeriod(f.from, f.to), on) : f.to === undefined));
  return form ? { form: form.form, house: true, dated: form.from !== undefined } : { form: place.name, house: false, dated: false };
}

function same(a: string, b: string): boolean {
  return fold(a).replace(/^the /, '') === fold(b).replace(/^the /, '') && /^the /i.test(a) === /^the /i.test(b);
}

function variantOf(place: Place, surface: string): PlaceVariant | undefined {
  return place.variants.find(variant => same(variant.name, surface));
}

/** Whether usage has left the form by the document’s date. A house that has a form of its own wants that alone, from the day it set. */
function isLeft(analysis: Analysis, place: Place, use: Use, { house, dated }: Wanted): boolean {
  const variant = variantOf(place, use.mention.surface);
  if (!variant) return house && same(place.name, use.mention.surface);
  if (dated && analysis.judging) return true;
  if (variant.kind !== 'historical' && variant.kind !== 'dated' && variant.since === undefined) return false;
  return !variant.since || !analysis.judging || analysis.judging.last >= variant.since.earliest;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  ru: 'Russian', uk: 'Ukrainian', be: 'Belarusian', ar: 'Arabic', zh: 'Chinese', de: 'German', pl: 'Polish', tr: 'Turkish', fr: 'French', fa: 'Persian',
  sr: 'Serbian', sq: 'Albanian', hu: 'Hungarian', ro: 'Romanian', ka: 'Georgian', hy: 'Armenian', az: 'Azerbaijani', kk: 'Kazakh', it: 'Italian', pt: 'Portuguese',
};

function report(analysis: Analysis, place: Place, uses: readonly Use[]): Report {
  const first = uses.find(use => !use.quoted) ?? uses[0]!;
  const { form, house } = wantedForm(analysis, place);
  const written = first.mention.surface;
  const variant = variantOf(place, written);
  const language = LANGUAGES[variant?.from ?? ''];
  const what = language ? `${quote(written)} is the form from ${language}` : variant?.kind === 'dated' ? `${quote(written)} is dated` : `${quote(written)} is an earlier form`;
  const since = variant?.since ? `, since ${date(analysis, variant.since)}` : '';
  const own = uses.filter(use => !use.quoted);
  const replacement = (use: Use): string => likeCase(use.mention.surface, form);
  const fixes: Fix[] = [replace(`Change to ${quote(form)}`, first.span, replacement(first), { preferred: !first.quoted, safe: house && own.length === 1 })];
  if (own.length > 1) {
    fixes.push(edits('Change all (skips quotations and kept phrases)', own.map(use => ({ span: use.span, text: replacement(use) })), { safe: house }));
  }
  return {
    span: first.span,
    mention: first.span,
    message: house
      ? `House style ${analysis.profile.title ?? analysis.profile.id} writes ${quote(form)}; here it is ${quote(written)}.`
      : `${what}; current usage is ${quote(form)}${since} (record checked ${date(analysis, place.checked)}).`,
    related: uses.filter(use => use !== first).map(use => ({ span: use.span, message: `${quote(use.mention.surface)} here as well` })),
    fixes,
  };
}
