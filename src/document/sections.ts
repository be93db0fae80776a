import type { SectionKind } from './model';

/** What may follow the words of a heading without changing what it is for: the end, a part after a mark, “and …”. */
const END = '(?=\\s*(?:$|[:–—(/,;]|-\\s)|\\s+(?:and|&|as of)\\s)';
const heading = (...words: string[]): RegExp => new RegExp(`^(?:${words.join('|')})${END}`, 'iu');

/**
 * Heading words by kind of section, as briefings have them. “Sources of tension” or “Present situation” are none of
 * these: the heading must end after the words, or go on as a list of such words does.
 */
const KINDS: readonly [SectionKind, RegExp][] = [
  ['summary', heading(
    'bluf', 'tl;?dr', 'bottom line(?: up front)?', '(?:the )?bottom line', '(?:executive |analytic(?:al)? |overall |short |brief )?summary(?: of [^.?!]{3,60})?',
    '(?:the )?(?:key|main|principal|central|core|major) (?:points?|messages?|judge?ments?|take-?aways?|findings?|conclusions?|lines?|assessments?)', 'synopsis', 'abstract', 'in (?:brief|short|summary)', 'at a glance',
    'top ?lines?(?: messages?)?', 'overview in brief', 'headlines?', 'highlights', 'take-?aways', 'kjs?')],
  ['sources', heading(
    '(?:list of |selected |select |primary |secondary |main |key |principal |open |media |press |official |further |additional |other |information )*(?:sources?|references?|bibliography|citations?)(?: (?:list|notes?|used|consulted|cited))?',
    '(?:further|suggested|recommended|related|additional|background|selected) readings?', 'works cited', 'foot-?notes', 'end-?notes', 'notes and (?:sources|references)', 'source (?:list|notes?|material)s?', 'sourcing', 'read more', 'see also')],
  ['abbreviations', heading(
    '(?:list of |key |common )?(?:abbreviations?|acronyms?|initialisms?|glossary)(?: (?:used|list))?', 'glossary of (?:terms|abbreviations|acronyms)', 'terms(?: used| and definitions)?', 'definitions')],
  ['annex', /^(?:annex|annexe|appendix|attachment|enclosure)(?:es|s)?(?=\s*(?:$|[:–—(.,;-])|\s+(?:[A-Z]{1,3}|[IVXLC]+|\d{1,3}|and|on)\b)/i],
  ['participants', heading(
    '(?:list of |key |main |principal |expected |confirmed )*(?:(?:participants?|attendees|attendance|delegates|delegations?)(?: (?:at|in|to|for|from) [^.?!]{3,60})?|interlocutors|players|actors|personalities|dramatis personae|people)(?: list)?',
    "who(?:[’']s| is) who", 'who (?:attends?|attended|will attend|is attending)', 'cast(?: list)?', 'present', 'in attendance', '(?:composition of )?(?:the )?delegations?', 'biograph(?:ies|ical notes)', 'bios')],
  ['timeline', heading(
    '(?:a |brief |short |key )*(?:time-?line|chronology)(?: of (?:the )?[\\p{L} ’-]{3,60})?', 'sequence of events', 'course of events', '(?:key|important|upcoming|main) (?:dates|events)', 'calendar(?: of events)?', 'diary', 'what happened when', 'forward look')],
];

/** What a section is for, by the words of its heading; numbering before them does not count. */
export function sectionKind(title: string): SectionKind {
  const words = title.replace(/[\u2060\u200b*_]/g, '').replace(/^[\s\d.):§#-]*(?:(?:[A-Z]|[IVX]{1,5})[.)]\s+)?/, '').trim();
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'body';
}
