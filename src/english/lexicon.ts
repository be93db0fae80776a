/** The word classes of English briefings (`word-class.ts`), by subject; figures add their own in `recognize/figures`. */
export * from './classes/numbers';
export * from './classes/offices';
export * from './classes/people';
export * from './classes/places';
export * from './classes/speech';
export * from './classes/time';

/** A surname without the Arabic article joined to it: Assad for al-Assad, as English writers have it after the full name. */
export function withoutArticle(family: string): string {
  return family.replace(/^(?:(?:al|el)[-‐‑ ]|(?:as|ash|ad|an|ar|at|az)[-‐‑])(?=\p{L}{3})/iu, '');
}
