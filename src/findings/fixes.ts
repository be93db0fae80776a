import type { Span } from '../base/span';
import type { Edit, Fix, FixAction } from './finding';

/** How a fix may be offered (spec 4.4): reviewed one by one unless said otherwise. */
interface Standing {
  readonly safe?: boolean;
  readonly preferred?: boolean;
}

export function replace(title: string, span: Span, text: string, standing: Standing = {}): Fix {
  return edits(title, [{ span, text }], standing);
}

export function edits(title: string, changes: readonly Edit[], standing: Standing = {}): Fix {
  return { title, edits: changes, safe: standing.safe ?? false, preferred: standing.preferred ?? false };
}

export function action(title: string, what: FixAction): Fix {
  return { title, edits: [], safe: false, preferred: false, action: what };
}
