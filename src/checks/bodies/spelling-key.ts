import { fold } from '../../base/fold';

/** Alike for British and American spellings of a name: Centre and Center, -isation and -ization. */
export function spellingKey(name: string): string {
  return fold(name).replace(/-/g, '').replace(/\s+/g, ' ').replace(/is(?=(?:e|ed|ing|ation)s?\b)/g, 'iz').replace(/our\b/g, 'or').replace(/ence\b/g, 'ense').replace(/\bcentre\b/g, 'center').replace(/programme/g, 'program');
}
