import type { SectionKind } from './model';

/** Heading words by kind of section, as briefings have them. */
const KINDS: readonly [SectionKind, RegExp][] = [
  ['summary', /^(?:bluf|bottom line(?: up front)?|executive summary|summary|key (?:points|messages|judge?ments|takeaways|findings)|main points|in brief|at a glance|top lines?|overview in brief|headlines)\b/i],
  ['sources', /^(?:sources?|references|bibliography|further reading|works cited|notes and sources|endnotes|source notes?)\b/i],
  ['abbreviations', /^(?:abbreviations|acronyms|glossary|list of (?:abbreviations|acronyms)|abbreviations and acronyms|terms)\b/i],
  ['annex', /^(?:annex|annexe|appendix|attachment|enclosure)\b/i],
  ['participants', /^(?:key )?(?:participants|attendees|attendance|delegations?|list of participants|who attends|cast list|cast|present)\b/i],
  ['timeline', /^(?:timeline|chronology|sequence of events|key dates|calendar)\b/i],
];

/** What a section is for, by the words of its heading; numbering before them does not count. */
export function sectionKind(title: string): SectionKind {
  const words = title.replace(/^[\s\d.):§#-]*(?:[A-Z][.)]\s+)?/, '').trim();
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'body';
}
