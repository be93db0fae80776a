import { contains, overlaps, shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import type { Fix, Severity } from '../../findings/finding';
import { MANNERS, RANK, type Raised } from './raised';

const BY_RANK: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const QUOTED_NOTE = ' (inside a quotation: check the source before changing)';

/** Whose words stand at a place. */
export interface Standing {
  /** Someone else's: inside a quotation. */
  readonly quoted: boolean;
  /** Bibliographic: sources, titles of works. */
  readonly quiet: boolean;
  /** An agency's: the text of an image. */
  readonly caption: boolean;
}

/** Whose words the span is, by the blocks that hold it. Blocks stand in the order of the text; only image texts lie inside others. */
export function standingAt(blocks: readonly Block[], span: Span): Standing {
  let quoted = false;
  let quiet = false;
  let caption = false;
  for (let i = lastFrom(blocks, span.start); i >= 0; i--) {
    const block = blocks[i]!;
    const holds = contains(block.span, span);
    const inside = (parts: readonly Span[]): boolean => holds && parts.some(part => contains(shift(part, block.span.start), span));
    quoted ||= block.quoted ? holds : inside(block.quotes);
    quiet ||= block.section.kind === 'sources' && block.kind !== 'heading' ? holds : inside(block.works);
    caption ||= block.kind === 'alt' && holds;
    if (block.kind !== 'alt') break;
  }
  return { quoted, quiet, caption };
}

/** Index of the last block that begins at an address or before it. */
function lastFrom(blocks: readonly Block[], address: number): number {
  let low = -1;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.span.start <= address) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The report as it may be made where it stands, or `undefined` where it may not. */
export function place(r: Raised, { quoted, quiet, caption }: Standing): Raised | undefined {
  const { check, report } = r;
  const manners = MANNERS[check.group];
  if (quiet && !check.inSources) return undefined;
  if (caption) return manners.inCaptions ? { ...r, severity: 'hint' } : undefined;
  if (!quoted || manners.ofQuotations) return r;
  if (r.severity === 'hint') return undefined;
  return {
    ...r,
    severity: r.severity === 'warning' && manners.firm ? r.severity : BY_RANK[RANK[r.severity] + 1]!,
    report: { ...report, message: report.message.replace(/\.?$/, '') + QUOTED_NOTE + '.', fixes: singly(report.fixes ?? [], report.span) },
  };
}

/** Inside a quotation a fix is offered for this place alone, and never preferred or safe. */
function singly(fixes: readonly Fix[], span: Span): Fix[] {
  return fixes
    .filter(fix => fix.action !== undefined || fix.edits.every(edit => overlaps(edit.span, span) || (edit.span.start === edit.span.end && edit.span.start >= span.start && edit.span.start <= span.end)))
    .map(fix => ({ ...fix, safe: false, preferred: false }));
}
