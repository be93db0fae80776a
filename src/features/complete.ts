import type { Analysis } from '../analysis/model';
import { completeText, type Completion } from './complete-text';
import { completeTop } from './complete-top';

/** What can be put in at an offset: in the lines at the top keys and values, elsewhere people, bodies, places and figures. */
export function completeAt(analysis: Analysis, offset: number): readonly Completion[] {
  const { document } = analysis;
  const text = document.source;
  const top = document.frontMatter && document.addresses.spanOf(document.frontMatter.span);
  if (top && offset > top.start && offset < top.end) return completeTop(analysis, text.slice(top.start, offset), offset);
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return completeText(analysis, text.slice(start, offset), offset);
}
