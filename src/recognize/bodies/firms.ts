import { fold } from '../../base/fold';
import { FIRM_NOUNS } from '../../english/classes/firms';

/** Whether what follows an acronym makes a firm's name of it: OTP Bank, ECB Holdings. */
export function beginsFirm(prose: string, end: number): boolean {
  const next = /^ (\p{Lu}[\p{L}]*)/u.exec(prose.slice(end, end + 24));
  return next !== null && FIRM_NOUNS.has(fold(next[1]!));
}
