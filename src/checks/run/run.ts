import type { DocumentRules } from '../../analysis/who/choices';
import { foldedName } from '../../recognize/names/name-index';
import type { Analysis } from '../../analysis/model';
import { overlaps, type Span } from '../../base/span';
import { type Failure, failureOf, type Finding, type Fix, lineReference, type Severity } from '../../findings/finding';
import type { Directive } from '../../document/model';
import type { Check, CheckGroup, Report, Silenced } from './check';

/** Per mention only the highest of these reports (spec 4.4). */
const PRECEDENCE = [
  'name-misspelling', 'name-given-mismatch', 'affiliation-wrong', 'office-wrong', 'office-not-held-on-date', 'office-qualifier',
  'title-variant-mixed', 'title-style', 'name-house-variant', 'name-variant-mixed',
];

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };
const BY_RANK: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Below warning no check speaks more often than this in one document. */
const MOST_BELOW_WARNING = 3;
const QUOTED_NOTE = ' (inside a quotation: check the source before changing)';

/** Checks that speak of sources, references and titles of works as well (spec 6.2). */
const IN_SOURCES = new Set(['name-misspelling', 'source-grade-invalid', 'date-impossible', 'frontmatter', 'suppression-unused', 'placeholder-left', 'timeline-order']);
/** Checks whose subject is the quotation itself, or no words of the speaker. */
const ABOUT_QUOTATIONS: ReadonlySet<CheckGroup> = new Set(['quotations', 'tradecraft', 'language']);

export interface RuleSettings {
  /** Severity set by the host's settings, by check. */
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  readonly options: ReadonlyMap<string, object>;
}

export interface RunResult {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

interface Raised {
  readonly check: Check;
  readonly order: number;
  readonly report: Report;
  readonly severity: Severity;
}

/** Runs the checks and applies severity, quotation rules, ignoring, precedence, limits and order (spec 4.4, 5.4). */
export function runChecks(checks: readonly Check[], analysis: Analysis, rules: RuleSettings, own: DocumentRules, ignored: readonly { check: string; text: string }[]): RunResult {
  const failures: Failure[] = [];
  const spoken: Raised[] = [];
  const regions = regionsOf(analysis);
  const silences = new Silences(checks, analysis.document.directives);
  const take = (check: Check, order: number, reports: (options: object) => Iterable<Report>): void => {
    const set = own.severity.get(check.id) ?? rules.severity.get(check.id);
    const off = own.disabled.has(check.id) || own.severity.get(check.id) === 'off';
    // a check that only this document turns off is asked all the same, to know whether that silences anything
    const base = off ? rules.severity.get(check.id) ?? check.severity : set ?? check.severity;
    if (base === 'off') return;
    try {
      for (const report of reports({ ...check.options, ...rules.options.get(check.id) })) {
        const severity = set === undefined || off ? report.severity ?? base : base;
        const placed = place({ check, order, report, severity }, regions);
        if (!placed) continue;
        if (off) {
          silences.atTop.add(check.id);
          break;
        }
        if (!silences.silence(placed) && !isRemembered(placed, analysis, ignored)) spoken.push(placed);
      }
    } catch (failure) {
      failures.push(failureOf(`The check ${check.id}`, failure));
      silences.presume(check.id);
    }
  };
  checks.forEach((check, order) => take(check, order, options => check.run(analysis, options)));
  checks.forEach((check, order) => {
    if (check.after) take(check, order, options => check.after!(analysis, options, silences));
  });
  const kept = restrain(precede(spoken), analysis);
  return { findings: kept.map(finding), failures };
}

/** Which comments silenced what. */
class Silences implements Silenced {
  readonly atTop = new Set<string>();
  readonly known: ReadonlySet<string>;
  private readonly used = new Map<Directive, Set<string>>();

  constructor(checks: readonly Check[], private readonly directives: readonly Directive[]) {
    this.known = new Set(checks.map(c => c.id));
  }

  by(directive: Directive): ReadonlySet<string> {
    return this.used.get(directive) ?? NONE;
  }

  /** Whether a comment silences the finding; every comment that does is noted. */
  silence(r: Raised): boolean {
    let silenced = false;
    for (const directive of this.directives) {
      // a comment for all checks does not silence what is said of itself
      if (directive.checks.length === 0 && r.check.id === 'suppression-unused') continue;
      if (directive.checks.length > 0 && !directive.checks.some(c => c.id === r.check.id)) continue;
      if (directive.kind !== 'disable-file' && !overlaps(directive.target, r.report.span)) continue;
      this.note(directive, r.check.id);
      silenced = true;
    }
    return silenced;
  }

  /** Of a check that could not finish nobody knows what it would have said. */
  presume(id: string): void {
    this.atTop.add(id);
    for (const directive of this.directives) if (directive.checks.length === 0 || directive.checks.some(c => c.id === id)) this.note(directive, id);
  }

  private note(directive: Directive, id: string): void {
    const there = this.used.get(directive);
    if (there) there.add(id);
    else this.used.set(directive, new Set([id]));
  }
}

const NONE: ReadonlySet<string> = new Set();

interface Regions {
  readonly quoted: readonly Span[];
  readonly quiet: readonly Span[];
  readonly alt: readonly Span[];
}

/** Where the text is someone else's (quotations), bibliographic (sources, works), or an agency's caption (image text). */
function regionsOf(analysis: Analysis): Regions {
  const quoted: Span[] = [];
  const quiet: Span[] = [];
  const alt: Span[] = [];
  for (const block of analysis.document.blocks) {
    const at = block.span.start;
    if (block.quoted) quoted.push(block.span);
    else for (const quote of block.quotes) quoted.push({ start: at + quote.start, end: at + quote.end });
    if (block.section.kind === 'sources' && block.kind !== 'heading') quiet.push(block.span);
    else for (const work of block.works) quiet.push({ start: at + work.start, end: at + work.end });
    if (block.kind === 'alt') alt.push(block.span);
  }
  return { quoted: merged(quoted), quiet: merged(quiet), alt };
}

/** Regions in order, with nested and overlapping ones made one. */
function merged(regions: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const region of [...regions].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last && region.start < last.end) last.end = Math.max(last.end, region.end);
    else result.push({ ...region });
  }
  return result;
}

/** The region that holds the span, by binary search: regions of a kind are in order and do not overlap. */
function inside(regions: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = regions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const region = regions[middle]!;
    if (region.end < span.end) low = middle + 1;
    else if (region.start > span.start) high = middle - 1;
    else return true;
  }
  return false;
}

function place(r: Raised, regions: Regions): Raised | undefined {
  const { check, report } = r;
  if (inside(regions.quiet, report.span) && !IN_SOURCES.has(check.id)) return undefined;
  if (inside(regions.alt, report.span)) {
    return check.group === 'names' ? { ...r, severity: 'hint' } : undefined;
  }
  if (!inside(regions.quoted, report.span) || ABOUT_QUOTATIONS.has(check.group)) return r;
  if (r.severity === 'hint') return undefined;
  const stays = r.severity === 'warning' && (check.group === 'names' || check.group === 'offices');
  return {
    ...r,
    severity: stays ? r.severity : BY_RANK[RANK[r.severity] + 1]!,
    report: { ...report, message: report.message.replace(/\.?$/, '') + QUOTED_NOTE + '.', fixes: singly(report.fixes ?? [], report.span) },
  };
}

/** Inside a quotation a fix is offered for this place alone, and never preferred or safe. */
function singly(fixes: readonly Fix[], span: Span): Fix[] {
  return fixes
    .filter(fix => fix.action !== undefined || fix.edits.every(edit => overlaps(edit.span, span) || (edit.span.start === edit.span.end && edit.span.start >= span.start && edit.span.start <= span.end)))
    .map(fix => ({ ...fix, safe: false, preferred: false }));
}

/** Whether the writer has said before, beside the text, that this is right. */
function isRemembered(r: Raised, analysis: Analysis, ignored: readonly { check: string; text: string }[]): boolean {
  if (ignored.length === 0) return false;
  const { span } = r.report;
  const text = foldedName(analysis.document.addresses.slice(span.start, span.end));
  return ignored.some(i => i.check === r.check.id && foldedName(i.text) === text);
}

function precede(raised: readonly Raised[]): Raised[] {
  const best = new Map<string, number>();
  const keyOf = (r: Raised): string | undefined => (r.report.mention ? `${r.report.mention.start}:${r.report.mention.end}` : undefined);
  for (const r of raised) {
    const key = keyOf(r);
    const rank = PRECEDENCE.indexOf(r.check.id);
    if (key === undefined || rank < 0) continue;
    const before = best.get(key);
    if (before === undefined || rank < before) best.set(key, rank);
  }
  return raised.filter(r => {
    const key = keyOf(r);
    const rank = PRECEDENCE.indexOf(r.check.id);
    return key === undefined || rank < 0 || best.get(key) === rank;
  });
}

function restrain(raised: readonly Raised[], analysis: Analysis): Raised[] {
  const sorted = [...raised].sort((a, b) => a.report.span.start - b.report.span.start || RANK[a.severity] - RANK[b.severity] || a.order - b.order || a.report.span.end - b.report.span.end);
  const count = new Map<string, number>();
  for (const r of sorted) if (RANK[r.severity] > RANK.warning) count.set(r.check.id, (count.get(r.check.id) ?? 0) + 1);
  const seen = new Map<string, number>();
  const kept: Raised[] = [];
  for (const r of sorted) {
    const total = count.get(r.check.id) ?? 0;
    if (RANK[r.severity] <= RANK.warning || total <= MOST_BELOW_WARNING) {
      kept.push(r);
      continue;
    }
    const nth = (seen.get(r.check.id) ?? 0) + 1;
    seen.set(r.check.id, nth);
    if (nth < MOST_BELOW_WARNING) kept.push(r);
    else if (nth === MOST_BELOW_WARNING) {
      const rest = sorted.filter(o => o.check.id === r.check.id && RANK[o.severity] > RANK.warning).slice(MOST_BELOW_WARNING);
      kept.push(namingRest(r, rest, analysis));
    }
  }
  return kept;
}

/** The third finding of a check names the ones that are held back. */
function namingRest(r: Raised, rest: readonly Raised[], analysis: Analysis): Raised {
  const words = rest.slice(0, 6).map(o => `‘${analysis.document.addresses.slice(o.report.span.start, o.report.span.end)}’ (line ${lineReference(o.report.span.start)})`);
  const more = rest.length > 6 ? ` and ${rest.length - 6} more` : '';
  return {
    ...r,
    report: {
      ...r.report,
      message: `${r.report.message} The same holds for ${words.join(', ')}${more}.`,
      related: [...(r.report.related ?? []), ...rest.map(o => ({ span: o.report.span, message: 'The same here' }))],
    },
  };
}

function finding(r: Raised): Finding {
  return {
    check: r.check.id,
    severity: r.severity,
    span: r.report.span,
    message: r.report.message,
    related: r.report.related ?? [],
    fixes: r.report.fixes ?? [],
  };
}
