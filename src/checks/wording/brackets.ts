import type { Analysis, ResolvedName } from '../../analysis/model';

/** “Sergey Shoygu (Sergei Shoigu)”: the other spelling is given beside the house's own. */
export function inBrackets(analysis: Analysis, name: ResolvedName, before: ResolvedName | undefined): boolean {
  return before !== undefined && before.person === name.person && before.block === name.block
    && /^\s*\((?:also (?:spelled|spelt|known as)?\s*|or\s+)?$/.test(analysis.document.addresses.slice(before.span.end, name.span.start));
}
