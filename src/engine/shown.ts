import type { Span } from '../base/span';
import type { Addresses } from '../document/addresses';
import type { HoverCard } from '../features/card';
import { type Finding, type Fix, withLines } from '../findings/finding';

/** An editor lists these places under the finding, whose words say how many there are. */
const MOST_RELATED = 50;

/** A finding as a host sees it: offsets of this reading for addresses, and the numbers of lines in its words. */
export function shownFinding(finding: Finding, addresses: Addresses): Finding {
  const words = (text: string): string => withLines(text, address => addresses.lineAt(address));
  const at = (span: Span): Span => addresses.spanOf(span);
  const fix = (one: Fix): Fix => ({
    ...one,
    title: words(one.title),
    edits: one.edits.map(edit => ({ ...edit, span: at(edit.span) })),
    ...(one.action?.kind === 'go-to' ? { action: { ...one.action, span: at(one.action.span) } } : {}),
  });
  return {
    ...finding,
    span: at(finding.span),
    message: words(finding.message),
    related: finding.related.slice(0, MOST_RELATED).map(r => ({ span: at(r.span), message: words(r.message) })),
    fixes: finding.fixes.map(fix),
  };
}

export function shownCard(card: HoverCard | undefined, addresses: Addresses): HoverCard | undefined {
  return card && { ...card, span: addresses.spanOf(card.span) };
}
