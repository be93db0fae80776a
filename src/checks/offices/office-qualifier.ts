import type { Analysis, ResolvedName } from '../../analysis/model';
import { certainRange, held, maySay, openEnded, possibleRange, postsMeant, touches } from '../../analysis/records/offices';
import { KNOWN_FROM } from '../../analysis/who/never';
import { houseTitle, officeWords } from '../../analysis/who/references';
import { type DayRange, within } from '../../base/edtf';
import { fold } from '../../base/fold';
import { shift, type Span } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import { knownUntil } from '../../gazetteer/evidence';
import type { Occupancy, Post } from '../../gazetteer/model';
import type { TitlePhrase } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { heldWords, titledSpan } from './office-words';
import { asKnown, date, onDays, quote, termRecord, textOf } from '../wording/wording';

interface Holding {
  readonly post: Post;
  readonly occupancy: Occupancy;
}

/** Around a change of office “incoming” and “outgoing” may still be said. */
const CHANGE_DAYS = 14;
/** Words of the qualifier that say nothing about the post (late, retired, caretaker, newly). */
const JUDGED = new Set(['former', 'ex', 'onetime', 'past', 'previous', 'acting', 'interim', 'then', 'incoming', 'outgoing', 'departing', 'designate', 'elect', 'future']);

const PROVISIONAL = /\b(?:acting|interim|caretaker|transition(?:al)?|provisional)\b/i;

/** former, acting, designate, elect, incoming, outgoing, then: contradicted by the record on the day of the mention. */
export const officeQualifier = defineCheck({
  id: 'office-qualifier',
  group: 'offices',
  title: 'Former, acting or incoming against the record',
  severity: 'information',
  look: 'block',
  precedence: 5,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const name of analysis.names) {
      const title = name.mention.title;
      if (!title?.qualifier || !name.person || name.near || name.mention.label || name.mention.sic || title.descriptive || title.address || title.possessed) continue;
      const found = contradiction(analysis, name, title);
      // of an undated story only that it cannot be so yet is known
      if (found && (name.about?.known !== 'past' || name.about.plain || found.says === 'not-yet')) yield report(analysis, name, title, found);
    }
  },
});

/** The days on which the qualifier has to be right: those of the clause; none where it is of no time. */
function daysOf({ about, on }: ResolvedName): DayRange | undefined {
  if (about?.known === 'stated' || about?.known === 'framed') return about;
  return about?.known === 'now' || about?.known === 'past' ? on : undefined;
}

interface Contradiction extends Holding {
  readonly says: 'in-office' | 'not-yet' | 'over' | 'in-full';
}

function contradiction(analysis: Analysis, name: ResolvedName, title: TitlePhrase): Contradiction | undefined {
  const on = daysOf(name);
  const at = analysis.blockOf(name).span.start;
  const word = fold(textOf(analysis, shift(title.qualifier!.span, at)));
  if (!on || !JUDGED.has(word)) return undefined;
  const mine = held(name.person!, postsMeant(title, analysis.gazetteer));
  if (mine.length === 0) return undefined;
  const now = mine.find(h => h.occupancy.status === 'held' && h.occupancy.recognition === undefined && maySay(h.occupancy, on) && certainly(h.occupancy, on.first) && certainly(h.occupancy, on.last));
  const possibly = mine.some(h => touches(possibleRange(h.occupancy), on));
  // before that a record need not have a first term
  const ahead = on.first >= KNOWN_FROM && mine.every(h => possibleRange(h.occupancy).first > on.last);
  switch (title.qualifier!.kind) {
    case 'former':
      // “in 2020, under former President Trump”: seen from the day of the note
      if (now) return stillHeld(analysis, mine) ? { ...now, says: 'in-office' } : undefined;
      return ahead ? { ...mine[0]!, says: 'not-yet' } : undefined;
    case 'then':
      return ahead ? { ...mine[0]!, says: 'not-yet' } : undefined;
    case 'acting':
    case 'interim':
      // an office that is itself an acting one: acting prime minister of a caretaker government
      return now && !isProvisional(now) && !mine.some(h => h.occupancy.status === 'acting' && touches(possibleRange(h.occupancy), on)) ? { ...now, says: 'in-full' } : undefined;
    case 'incoming':
    case 'designate':
    case 'elect': {
      if (mine.some(h => possibleRange(h.occupancy).last >= on.first && possibleRange(h.occupancy).first > on.last - CHANGE_DAYS)) return undefined;
      if (now) return { ...now, says: 'in-office' };
      return possibly || ahead ? undefined : { ...mine[mine.length - 1]!, says: 'over' };
    }
    case 'outgoing': {
      if (ahead) return { ...mine[0]!, says: 'not-yet' };
      const last = mine[mine.length - 1]!;
      const gone = mine.every(h => possibleRange(h.occupancy).last < on.first - CHANGE_DAYS);
      return gone ? { ...last, says: 'over' } : undefined;
    }
  }
}

/** Whether the office is one of a transition, by one of its titles or by what the record says of the term. */
function isProvisional({ post, occupancy }: Holding): boolean {
  return [post.label, post.titles.preferred, occupancy.note ?? ''].some(words => PROVISIONAL.test(words));
}

/** Whether one of the offices can be held on the day of the note. */
function stillHeld(analysis: Analysis, mine: readonly Holding[]): boolean {
  const today = analysis.judging;
  return !today || mine.some(h => touches(possibleRange(h.occupancy), today));
}

function certainly(occupancy: Occupancy, on: number): boolean {
  return within(certainRange(occupancy), on);
}

function report(analysis: Analysis, name: ResolvedName, title: TitlePhrase, found: Contradiction): Report {
  const person = name.person!;
  const on = name.on!;
  const at = analysis.blockOf(name).span.start;
  const office = officeWords(found.post, analysis.gazetteer, analysis.profile);
  const word = shift(title.qualifier!.span, at);
  const written = textOf(analysis, word);
  const when = onDays(analysis, on);
  const start = found.occupancy.start_date;
  const since = start && start.precision !== 'open' ? `${office} since ${date(analysis, start)}` : office;
  const source = termRecord(analysis, found.occupancy, found.says === 'over' ? 'end' : 'start');
  const stale = on.first > knownUntil(found.occupancy) ? asKnown(analysis, found.occupancy.checked ?? found.occupancy.start_date) : '';
  const message = {
    'in-office': `${person.name} is in office ${when} (${since}; ${source})${stale}; drop ${quote(written)}?`,
    'in-full': `${person.name} holds the office in full ${when} (${since}; ${source})${stale}; drop ${quote(written)}?`,
    'not-yet': `${person.name} takes office as ${office} only ${start && start.precision === 'day' ? 'on' : 'in'} ${start ? date(analysis, start) : ''}, after ${when.replace(/^(?:on|in) /, '')} (${source}).`,
    over: `${person.name} ${heldWords(analysis, found.occupancy, found.post, on)}; ${when} that is over (${source}).`,
  }[found.says];
  const fixes: Fix[] = [];
  if (found.says === 'in-office' || found.says === 'in-full') fixes.push(drop(analysis, word, written));
  if (found.says === 'in-office' && title.qualifier!.kind === 'former') {
    const other = pastOffice(analysis, name, found);
    if (other) fixes.push(replace(`Change to ${quote(`${written} ${other}`)}`, { start: word.start, end: shift(title.span, at).end }, `${written} ${other}`));
  }
  if (found.says === 'over') fixes.push(replace('Change to ‘former’', word, /^[A-Z]/.test(written) ? 'Former' : 'former'));
  return { span: titledSpan(name, at), mention: name.span, message, fixes: title.position === 'before' || found.says === 'in-full' ? fixes : fixes.slice(0, 1) };
}

/** Takes the qualifier out, with the space or hyphen beside it; what follows takes its capital. */
function drop(analysis: Analysis, word: Span, written: string): Fix {
  const text = analysis.document.addresses;
  const title = `Remove ${quote(written)}`;
  if (/[-‐‑]/.test(text.slice(word.start - 1, word.start))) return replace(title, { start: word.start - 1, end: word.end }, '');
  const gap = /^[\s-‐‑]*/.exec(text.slice(word.end, word.end + 4))![0].length;
  const next = text.slice(word.end + gap, word.end + gap + 1);
  const capital = /^\p{Lu}/u.test(written) ? next.toUpperCase() : next;
  return replace(title, { start: word.start, end: word.end + gap + 1 }, capital);
}

/** The last office that the person certainly had left by the day. */
function pastOffice(analysis: Analysis, name: ResolvedName, current: Holding): string | undefined {
  const past = name.person!.occupancies.filter(o => o.post !== current.post.id && !openEnded(o) && possibleRange(o).last < name.on!.first);
  const last = past[past.length - 1];
  const post = last && analysis.gazetteer.post(last.post);
  return post && houseTitle(post, analysis.profile);
}
