import type { Analysis } from '../analysis/model';
import { datesFound } from '../analysis/when/dates';
import { writeDate } from '../base/edtf';
import type { LineIndex } from '../base/lines';
import { completeAt } from '../features/complete';
import { eventsNear } from '../features/complete-top';
import { draftAt } from '../features/draft';
import { cardAt } from '../features/hover';
import { lookUp } from '../features/lookup';
import { namedIn, officialsOn, referencesTo } from '../features/officials';
import { castOf } from '../features/overview/cast';
import { sheetOf } from '../features/overview/sheet';
import { subjectsOf } from '../features/overview/subjects';
import { timelineOf } from '../features/overview/timeline';
import { relativeDates } from '../features/redate';
import { thingAt, thingsOf } from '../features/same';
import { sourceLinks } from '../features/source-links';
import { recordCard } from '../features/record-card';
import { deskOf } from '../features/sections/desk';
import { fillBriefing, fillSection } from '../features/sections/fill';
import type { Edit, Failure, Finding } from '../findings/finding';
import type { JudgedBy, Reading, Standing } from './api';
import { shownCard, shownFinding } from './shown';

interface Result {
  readonly standing: Standing;
  /** Treated as a briefing. */
  readonly full: boolean;
  /** At addresses. */
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
  readonly staleAfterDays: number | undefined;
}

/** A reading in the host's terms: offsets and lines are put in when they are asked for. */
export function readingOf(analysis: Analysis, { standing, full, findings, failures, staleAfterDays }: Result): Reading {
  const { document, judging, profile, gazetteer } = analysis;
  const { addresses } = document;
  const judgedBy: JudgedBy | undefined = judging && {
    day: judging.day, source: judging.source,
    ...(judging.span ? { line: addresses.lineAt(judging.span.start) } : {}),
  };
  let shown: readonly Finding[] | undefined;
  const all = (): readonly Finding[] => (shown ??= findings.map(f => shownFinding(f, addresses)));
  return {
    text: document.source,
    get lines(): LineIndex { return document.lines; },
    standing,
    get findings() { return all(); },
    failures,
    houseStyle: profile.id,
    get datesFound() { return datesFound(analysis.dates, judging); },
    get relativeDates() { return relativeDates(analysis); },
    hoverAt: offset => shownCard(cardAt(analysis, addresses.addressOf(offset), { full, staleAfterDays }), addresses),
    officials: otherwise => officialsOn(gazetteer, profile, judging ?? { first: otherwise, last: otherwise }, namedIn(analysis)),
    completeAt: offset => completeAt(analysis, offset),
    fillSection: (prefix, body, event) => fillSection(prefix, body, deskOf(analysis, event)),
    fillBriefing: (bodies, day, event) => fillBriefing(bodies, deskOf(analysis, event), day),
    get eventsNear() { return eventsNear(analysis).map(e => ({ id: e.id, name: e.name, date: writeDate(e.date, profile.dates) })); },
    get things() { return thingsOf(analysis); },
    thingAt: offset => thingAt(analysis, offset),
    get sourceLinks() { return sourceLinks(analysis); },
    get cast() { return castOf(analysis, all()); },
    get subjects() { return subjectsOf(analysis, all()); },
    get timeline() { return timelineOf(analysis); },
    get sheet() { return sheetOf(analysis, all()); },
    lookUp: query => lookUp(analysis, query),
    cardOf: id => recordCard(analysis, id, { full: true, staleAfterDays }),
    referencesTo: id => referencesTo(analysis, id),
    draftAt: span => draftAt(analysis, addresses.addressesOf(span)),
    fixAll: () => safeEdits(all()),
    ...(judgedBy ? { judgedBy } : {}),
  };
}

/** All safe fixes that do not overlap, in order. */
function safeEdits(findings: readonly Finding[]): readonly Edit[] {
  const edits = findings.flatMap(f => f.fixes.filter(fix => fix.safe).flatMap(fix => fix.edits)).sort((a, b) => a.span.start - b.span.start);
  const kept: Edit[] = [];
  for (const edit of edits) {
    const last = kept[kept.length - 1];
    if (!last || last.span.end <= edit.span.start) kept.push(edit);
  }
  return kept;
}
