import type { Addresses } from '../../document/addresses';
import type { Analysis } from '../../analysis/model';
import { alignmentDistance } from '../../base/distance';
import type { Span } from '../../base/span';
import type { Directive, FrontMatterEntry } from '../../document/model';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report, type Silenced } from '../run/check';
import { quote } from '../wording/wording';

/** A comment or an entry at the top that silences nothing, or names a check that there is not. */
export const suppressionUnused = defineCheck({
  id: 'suppression-unused',
  group: 'language',
  title: 'Comment that silences nothing',
  severity: 'hint',
  inSources: true,
  options: {},
  run: () => [],
  *after(analysis: Analysis, _options: object, silenced: Silenced): Iterable<Report> {
    const entry = analysis.document.frontMatter?.entries.get('chancery');
    if (entry) yield* atTop(analysis, entry, silenced);
    for (const directive of analysis.document.directives) yield* comment(analysis, directive, silenced);
  },
});

/** Of itself this check says nothing. */
const OWN = 'suppression-unused';

function* comment(analysis: Analysis, directive: Directive, silenced: Silenced): Iterable<Report> {
  const { source, addresses } = analysis.document;
  const used = silenced.by(directive);
  const unknown = directive.checks.filter(c => !silenced.known.has(c.id));
  const idle = directive.checks.filter(c => silenced.known.has(c.id) && c.id !== OWN && !used.has(c.id));
  const remove = replace('Remove the comment', addresses.addressesOf(commentAround(source, addresses.spanOf(directive.span))), '');
  for (const c of unknown) {
    yield { span: c.span, message: `There is no check named ${quote(c.id)}: this comment silences nothing.`, fixes: [...nearest(c.id, c.span, silenced), ...(directive.checks.length === 1 ? [remove] : [])] };
  }
  if (directive.checks.length === 0 ? used.size === 0 : idle.length > 0 && idle.length === directive.checks.length) {
    yield { span: directive.span, message: 'Nothing is found here that this comment would silence.', fixes: [remove] };
  } else {
    for (const c of idle) yield { span: c.span, message: `${quote(c.id)} has nothing to say here: the comment need not name it.`, fixes: [replace(`Remove ${quote(c.id)}`, addresses.addressesOf(withComma(source, addresses.spanOf(c.span))), '')] };
  }
}

function* atTop(analysis: Analysis, entry: FrontMatterEntry, silenced: Silenced): Iterable<Report> {
  const { value } = entry;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  const map = value as { readonly [key: string]: unknown };
  const listed = Array.isArray(map['disable']) ? map['disable'] : typeof map['disable'] === 'string' ? [map['disable']] : [];
  const off = map['severity'] !== null && typeof map['severity'] === 'object' ? Object.entries(map['severity'] as object).filter(([id, v]) => v === 'off' || v === false || !silenced.known.has(id)).map(([id]) => id) : [];
  for (const [key, ids] of [['disable', listed], ['severity', off]] as const) {
    for (const id of ids) {
      if (typeof id !== 'string' || id === OWN || silenced.atTop.has(id)) continue;
      const span = placeOf(analysis.document.addresses, entry.valueSpan, key, id);
      const known = silenced.known.has(id);
      yield {
        span,
        message: known ? `${quote(id)} has nothing to say in this document: it need not be turned off.` : `There is no check named ${quote(id)}: this entry ${key === 'disable' ? 'silences' : 'changes'} nothing.`,
        fixes: known ? [] : nearest(id, span, silenced),
      };
    }
  }
}

/** Where an entry stands, after its key; the whole value where it cannot be found. */
function placeOf(text: Addresses, within: Span, key: string, id: string): Span {
  const source = text.slice(within.start, within.end);
  const from = source.search(new RegExp(`(?<![\\w-])${key}\\s*["']?\\s*:`));
  const pattern = new RegExp(`(?<![\\w-])${id.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`);
  const at = pattern.exec(source.slice(Math.max(0, from)));
  if (!at) return within;
  const start = within.start + Math.max(0, from) + at.index;
  return { start, end: start + id.length };
}

function nearest(id: string, span: Span, silenced: Silenced): Fix[] {
  const limit = Math.max(2, Math.floor(id.length / 3));
  let best: { id: string; distance: number } | undefined;
  for (const known of silenced.known) {
    const distance = alignmentDistance(id.toLowerCase(), known, limit);
    if (distance <= limit && (!best || distance < best.distance)) best = { id: known, distance };
  }
  return best ? [replace(`Change to ${quote(best.id)}`, span, best.id)] : [];
}

/** The comment with its marks, and its line where it stands alone on it. */
function commentAround(text: string, inner: Span): Span {
  const start = text.lastIndexOf('<!--', inner.start);
  const close = text.indexOf('-->', inner.end);
  const end = close < 0 ? inner.end : close + 3;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const after = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end));
  return after && text.slice(lineStart, start).trim() === '' ? { start: lineStart, end: end + after[0].length } : { start, end };
}

/** A name in a list with the comma that parts it from its neighbour. */
function withComma(text: string, span: Span): Span {
  const after = /^\s*,\s*/.exec(text.slice(span.end, span.end + 8));
  if (after) return { start: span.start, end: span.end + after[0].length };
  const before = /\s*,\s*$/.exec(text.slice(Math.max(0, span.start - 8), span.start));
  return { start: span.start - (before?.[0].length ?? 0), end: span.end };
}
