import type { Analysis } from '../../analysis/model';
import type { Changes } from '../../analysis/ledger';
import type { DocumentRules } from '../../analysis/who/choices';
import { type Failure, failureOf, type Finding, type Severity } from '../../findings/finding';
import type { Check, Grouped, Report } from './check';
import { place, standingAt } from './place';
import type { Raised } from './raised';
import { precede, restrain } from './restrain';
import { isRemembered, type Remembered, Silences } from './silence';
import { Sights } from './sights';
import { Groups, News, Units } from './units';

export interface RuleSettings {
  /** Severity set by the host's settings, by check. */
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  readonly options: ReadonlyMap<string, object>;
}

export interface RunResult {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

/** A check as the host and the document have set it. */
interface Setting {
  readonly check: Check;
  readonly order: number;
  readonly options: object;
  /** The severity of reports that have none of their own. */
  readonly base: Severity;
  /** The severity is set: reports have no other. */
  readonly fixed: boolean;
  /** Turned off by this document: asked all the same, to know whether that silences anything. */
  readonly off: boolean;
}

/** One check with the parts of its work. */
interface Job {
  readonly set: Setting;
  readonly groups: Groups | undefined;
  readonly units: Units<Raised | Failure>;
}

/**
 * Runs the checks over the readings of one document, each again only where something changed that it looked at, and
 * applies severity, quotation rules, ignoring, precedence, limits and order (spec 4.4, 5.4).
 */
export class Runner {
  private jobs: readonly Job[] = [];
  private groups = new Map<Grouped, Groups>();
  private sights = new Sights();

  constructor(private readonly checks: readonly Check[], private readonly rules: RuleSettings, private readonly ignored: readonly Remembered[]) {}

  run(analysis: Analysis, changes: Changes, own: DocumentRules): RunResult {
    if (changes.all) this.begin(own);
    const news = new News(analysis, changes, this.sights);
    this.sights.update(news);
    const broken = new Map<Groups | undefined, unknown>();
    for (const groups of this.groups.values()) {
      try {
        groups.update(analysis, changes);
      } catch (failure) {
        broken.set(groups, failure);
      }
    }
    const silences = new Silences(this.checks, analysis.document.directives);
    const failures: Failure[] = [];
    const spoken: Raised[] = [];
    for (const { set, groups, units } of this.jobs) {
      if (!broken.has(groups)) units.update(news);
      const found = broken.has(groups) ? [failureOf(`The check ${set.check.id}`, broken.get(groups))] : units.found;
      this.take(set, found, analysis, silences, spoken, failures);
    }
    for (const { set } of this.jobs) {
      const { check, options } = set;
      if (check.after) this.take(set, attempt(set, analysis, () => check.after!(analysis, options, silences)), analysis, silences, spoken, failures);
    }
    return { findings: restrain(precede(spoken), analysis.document.addresses).map(finding), failures };
  }

  /** Takes up all work from the beginning: what the document or its house says of checks has changed. */
  private begin(own: DocumentRules): void {
    this.groups = new Map();
    this.sights = new Sights();
    this.jobs = this.checks.flatMap((check, order): Job[] => {
      const set = settingOf(check, order, this.rules, own);
      if (!set) return [];
      const look = check.look ?? 'document';
      let groups: Groups | undefined;
      if (typeof look === 'object') {
        groups = this.groups.get(look) ?? new Groups(look);
        this.groups.set(look, groups);
      }
      return [{ set, groups, units: new Units(look, groups, (view, whole) => attempt(set, whole, () => check.run(view, set.options))) }];
    });
  }

  private take({ check, off }: Setting, found: readonly (Raised | Failure)[], analysis: Analysis, silences: Silences, spoken: Raised[], failures: Failure[]): void {
    for (const r of found) {
      if (!('check' in r)) {
        // a check that throws is named once, however often it does
        if (!failures.some(f => f.what === r.what)) failures.push(r);
        silences.presume(check.id);
      } else if (off) silences.atTop.add(check.id);
      else if (!silences.silence(r) && !isRemembered(r, analysis.document.addresses, this.ignored)) spoken.push(r);
    }
  }
}

function settingOf(check: Check, order: number, rules: RuleSettings, own: DocumentRules): Setting | undefined {
  const set = own.severity.get(check.id) ?? rules.severity.get(check.id);
  const off = own.disabled.has(check.id) || own.severity.get(check.id) === 'off';
  const base = off ? rules.severity.get(check.id) ?? check.severity : set ?? check.severity;
  if (base === 'off') return undefined;
  return { check, order, options: { ...check.options, ...rules.options.get(check.id) }, base, fixed: set !== undefined && !off, off };
}

/** What a check reports, placed; where it throws, what it had reported before and the failure. */
function attempt({ check, order, base, fixed }: Setting, whole: Analysis, reports: () => Iterable<Report>): (Raised | Failure)[] {
  const found: (Raised | Failure)[] = [];
  try {
    for (const report of reports()) {
      const severity = fixed ? base : report.severity ?? base;
      const placed = place({ check, order, report, severity }, standingAt(whole.document.blocks, report.span));
      if (placed) found.push(placed);
    }
  } catch (failure) {
    found.push(failureOf(`The check ${check.id}`, failure));
  }
  return found;
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
