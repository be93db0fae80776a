import type { Analysis, ResolvedName } from '../../analysis/model';
import { fold } from '../../base/fold';
import { FEMALE_HONORIFICS, MALE_HONORIFICS } from '../../english/lexicon';

/** Mr, Ms, Mrs, Miss, Mx: the honorifics that a house uses or leaves out throughout. */
export const PLAIN_HONORIFICS: ReadonlySet<string> = new Set(['mr', 'ms', 'mrs', 'miss', 'mx']);

export function plainHonorific(name: ResolvedName): string | undefined {
  const text = name.mention.honorific && fold(name.mention.honorific.text).replace(/\./g, '');
  return text !== undefined && PLAIN_HONORIFICS.has(text) ? text : undefined;
}

/** The gender that an honorific says, if it says one. */
export function genderOf(honorific: string): 'male' | 'female' | undefined {
  return FEMALE_HONORIFICS.has(honorific) ? 'female' : MALE_HONORIFICS.has(honorific) ? 'male' : undefined;
}

/** Whether the name stands in the running text of the note's own voice: no heading, list of people, table, picture, quotation or label. */
export function inProse(analysis: Analysis, name: ResolvedName): boolean {
  if (name.quoted || name.mention.label || name.mention.compound) return false;
  const block = analysis.blockOf(name);
  if (block.kind === 'heading' || block.kind === 'cell' || block.kind === 'alt') return false;
  const kind = block.section.kind;
  return kind !== 'sources' && kind !== 'participants' && kind !== 'abbreviations';
}
