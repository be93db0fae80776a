import { type Day, isoDay } from '../../chancery';

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS = 86_400_000;

/** Reads an ISO day; `undefined` for other text and for days that do not exist. */
export function readDay(text: string): Day | undefined {
  const match = FORM.exec(text.trim());
  if (!match) return undefined;
  const day = Math.round(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MILLISECONDS);
  return isoDay(day) === match[0] ? day : undefined;
}

/** The calendar day at the writer's place; `now` is a moment in the local time zone. */
export function localDay(now: Date): Day {
  return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS);
}
