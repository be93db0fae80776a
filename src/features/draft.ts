import type { Analysis, ResolvedName } from '../analysis/model';
import { postsMeant } from '../analysis/records/offices';
import type { Span } from '../base/span';
import { isoDay } from '../base/edtf';
import type { Id } from '../gazetteer/model';

/** What the text says of a selected name: the first answers of “Add to Gazetteer…”. */
export interface RecordDraft {
  /** The selected words, on one line, without marks of emphasis. */
  readonly text: string;
  readonly given: string;
  readonly family: string;
  /** The title beside the name, as written. */
  readonly title?: string;
  /** ISO code of the state beside the name. */
  readonly state?: Id;
  /** The words are those of a body rather than of a person: an acronym, or a noun that names one. */
  readonly looksLikeBody: boolean;
  /** Posts that the text names, title with its state or body; a title alone names none. */
  readonly posts: readonly { readonly id: Id; readonly label: string }[];
  /** The day that the note speaks of, as ISO 8601. */
  readonly day?: string;
  /** The person, where the name is a recorded one. */
  readonly person?: Id;
  /** The body, where the words name a recorded one. */
  readonly organization?: Id;
}

const MOST_POSTS = 12;
const BODY = /^\p{Lu}[\p{Lu}\d-]{1,9}$|\b(?:Agency|Alliance|Assembly|Authority|Bank|Bloc|Board|Bureau|Centre|Center|Command|Commission|Committee|Community|Company|Council|Court|Department|Directorate|Federation|Force|Forces|Forum|Foundation|Front|Fund|Group|Guard|Institute|League|Ministry|Mission|Movement|Network|Office|Organi[sz]ation|Parliament|Party|Secretariat|Service|Tribunal|Union|University)\b/u;

/** Reads the name that a span lies in; without one, the words of the span as they stand. */
export function draftAt(analysis: Analysis, span: Span): RecordDraft {
  const name = analysis.names.find(n => n.span.start <= span.start && span.end <= n.span.end);
  const text = plain(name ? name.mention.surface : analysis.document.addresses.slice(span.start, span.end));
  const day = analysis.judging && isoDay(analysis.judging.day);
  const organization = analysis.organizations.find(o => o.span.start < span.end && span.start < o.span.end)?.mention.organization;
  const { given, family } = name ? parts(name) : split(text);
  const title = name?.mention.title;
  const state = title?.state?.id ?? name?.person?.nationality;
  const posts = title && !title.descriptive && (title.state ?? title.organization)
    ? postsMeant(title, analysis.gazetteer).slice(0, MOST_POSTS).map(post => ({ id: post.id, label: post.label }))
    : [];
  return {
    text, given, family, posts, looksLikeBody: !name?.person && BODY.test(text),
    ...(title ? { title: plain(title.text) } : {}),
    ...(state ? { state } : {}),
    ...(day ? { day } : {}),
    ...(name?.person && !name.near ? { person: name.person.id } : {}),
    ...(organization !== undefined && !name ? { organization } : {}),
  };
}

function parts({ mention }: ResolvedName): { given: string; family: string } {
  const of = (span: Span | undefined): string => (span ? plain(mention.surface.slice(span.start - mention.span.start, span.end - mention.span.start)) : '');
  return { given: of(mention.given), family: of(mention.family) };
}

const PARTICLES = new Set('von van der den de da di del la le bin ibn al el'.split(' '));

/** The last word is the surname, with the particles before it. */
function split(text: string): { given: string; family: string } {
  const words = text.split(/\s+/);
  let from = words.length - 1;
  while (from > 0 && PARTICLES.has(words[from - 1]!.toLowerCase())) from--;
  return { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') };
}

function plain(text: string): string {
  return text.replace(/[*_`\u00ad\u200b]/g, '').replace(/\s+/g, ' ').trim();
}
