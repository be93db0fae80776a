import { overlaps } from '../../base/span';
import type { Addresses } from '../../document/addresses';
import type { Directive } from '../../document/model';
import { foldedName } from '../../recognize/names/name-index';
import type { Check, Silenced } from './check';
import type { Raised } from './raised';

const NONE: ReadonlySet<string> = new Set();

/** Which of the writer's comments silenced what. */
export class Silences implements Silenced {
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

/** Text that one check is not to speak of, as the writer has said before beside the text. */
export interface Remembered {
  readonly check: string;
  readonly text: string;
}

/** Whether the writer has said that this is right. */
export function isRemembered(r: Raised, addresses: Addresses, ignored: readonly Remembered[]): boolean {
  if (ignored.length === 0) return false;
  const { span } = r.report;
  const text = foldedName(addresses.slice(span.start, span.end));
  return ignored.some(i => i.check === r.check.id && foldedName(i.text) === text);
}
