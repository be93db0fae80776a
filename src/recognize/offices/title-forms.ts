import type { BlockText, OrganizationMention, TitleFormMention } from '../model';
import { insideQuote } from '../quotations/quoted';

const FORMS = /\b[Ss]ecretary([- ])[Gg]eneral\b/g;

/** “Secretary-General” and “Secretary General” wherever they stand, with the body named beside them (`title-style`). */
export function recognizeTitleForms(text: BlockText, organizations: readonly OrganizationMention[]): TitleFormMention[] {
  const { prose, block } = text;
  if (!/[Gg]eneral/.test(prose)) return [];
  const found: TitleFormMention[] = [];
  for (const match of prose.matchAll(FORMS)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const body = organizations.find(o => {
      const between = o.span.end <= span.start ? prose.slice(o.span.end, span.start) : prose.slice(span.end, o.span.start);
      return o.span.end <= span.start ? /^(?:['’]s?)? (?:[Dd]eputy |[Aa]ssistant |[Uu]nder[- ])?$/.test(between) : o.span.start >= span.end && /^(?:,| of| of the| at the) $/.test(between);
    });
    found.push({ span, hyphen: match[1] === '-', ...(body ? { organization: body.organization } : {}), quoted: block.quoted || insideQuote(block.quotes, span) });
  }
  return found;
}
