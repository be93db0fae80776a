import type { Document } from '../document/model';
import type { Analysis } from '../analysis/model';

/** Keys by which front matter declares a briefing (spec 5.2). */
const DECLARING = ['as-of', 'house-style', 'classification', 'event', 'participants', 'chancery'];
const NEVER = /^(?:readme|changelog|contributing|licen[cs]e|security|agents|code_of_conduct|history|authors)\b/i;

/** Whether the document says of itself that it is a briefing. */
export function isDeclared(document: Document, path: string | undefined): boolean {
  if (path?.toLowerCase().endsWith('.brief.md')) return true;
  return DECLARING.some(key => document.frontMatter?.keys.has(key) ?? false);
}

/** Files that are never briefings, whatever they name and wherever they lie, unless the writer says so (spec 5.2). */
export function neverABriefing(path: string | undefined): boolean {
  if (!path) return false;
  const parts = path.split(/[\\/]/);
  return parts.includes('node_modules') || NEVER.test(parts[parts.length - 1] ?? '');
}

/**
 * Whether the text names two recorded people, or one behind an office title, or one in full and an international body.
 * Near misses do not count: only what is certain makes a document a briefing.
 */
export function isRecognised(analysis: Analysis): boolean {
  const people = new Set<string>();
  for (const name of analysis.names) {
    if (!name.person || name.near) continue;
    if (name.office && name.mention.title && !name.mention.title.descriptive) return true;
    if (name.by === 'full' && name.mention.exact.some(m => m.part === 'full')) people.add(name.person.id);
  }
  if (people.size >= 2) return true;
  return people.size === 1 && analysis.organizations.some(o => {
    const body = analysis.gazetteer.organization(o.mention.organization);
    return body !== undefined && analysis.gazetteer.stateOf(body.id) === undefined && (o.mention.form === 'name' || o.mention.form === 'acronym');
  });
}
