import { dayOf, possiblePeriod } from '../base/edtf';
import type { Day } from '../base/edtf';
import type { GazetteerData, Id, Occupancy, Person, Post } from './model';
import { scheduleOf, scheduledEnd, statesOfPosts } from './schedule';

/** The four posts that every state is asked for. */
export const MAIN_KINDS = ['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister'] as const;
export type MainKind = typeof MAIN_KINDS[number];

/** Of one post in one year: a holder with a source, one without, nobody by record, or nothing recorded. */
export type CellState = 'sourced' | 'unsourced' | 'vacant' | 'missing';

export interface CoverageRow {
  readonly state: Id;
  readonly name: string;
  readonly kind: MainKind;
  /** Year by year from `first`. */
  readonly years: readonly CellState[];
}

export interface Coverage {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly CoverageRow[];
  /** Days of a newest source of each state, as EDTF text; none where nothing is cited. */
  readonly newest: ReadonlyMap<Id, string>;
}

/** State × post × year: who is recorded, and on what. A state without a separate head of government counts its president. */
export function coverage(data: GazetteerData, first: number, last: number): Coverage {
  const stateOf = statesOfPosts(data.records);
  const terms = new Map<Id, { person: Person; term: Occupancy }[]>();
  const newest = new Map<Id, string>();
  for (const person of data.records.people) {
    for (const term of person.occupancies) {
      const list = terms.get(term.post);
      if (list) list.push({ person, term });
      else terms.set(term.post, [{ person, term }]);
      const state = stateOf.get(term.post);
      for (const id of state === undefined ? [] : [...term.sources ?? [], ...term.end_sources ?? []]) {
        const date = Object.hasOwn(data.sources, id) ? data.sources[id]!.date?.text : undefined;
        if (date !== undefined && date > (newest.get(state!) ?? '')) newest.set(state!, date);
      }
    }
  }
  const posts = new Map<string, Post[]>();
  for (const post of data.records.posts) {
    const key = `${stateOf.get(post.id) ?? ''} ${post.kind ?? ''}`;
    posts.set(key, [...posts.get(key) ?? [], post]);
  }
  const rows: CoverageRow[] = [];
  for (const state of data.records.states) {
    for (const kind of MAIN_KINDS) {
      let own = posts.get(`${state.id} ${kind}`) ?? [];
      if (own.length === 0 && kind === 'head-of-government') own = posts.get(`${state.id} head-of-state`) ?? [];
      const years: CellState[] = [];
      for (let year = first; year <= last; year++) years.push(cell(own, terms, dayOf(year, 1, 1), dayOf(year, 12, 31)));
      rows.push({ state: state.id, name: state.name, kind, years });
    }
  }
  return { first, last, rows, newest };
}

function cell(posts: readonly Post[], terms: ReadonlyMap<Id, readonly { term: Occupancy }[]>, from: Day, to: Day): CellState {
  let found: CellState = 'missing';
  for (const post of posts) {
    for (const { term } of terms.get(post.id) ?? []) {
      const held = possiblePeriod(term.start_date, term.end_date);
      if (term.status === 'designate' || held.first > to || held.last < from) continue;
      if (term.confidence !== 'low') return 'sourced';
      found = 'unsourced';
    }
    if (found === 'missing' && post.gaps.some(gap => gap.start_date.earliest <= to && (gap.end_date?.latest ?? Infinity) >= from)) found = 'vacant';
  }
  return found;
}

const MARKS: Readonly<Record<CellState, string>> = { sourced: '■', unsourced: '□', vacant: '·', missing: ' ' };

/** The matrix as text: a line for each state and post, a mark for each year; then the sums. */
export function coverageText({ first, last, rows, newest }: Coverage): string {
  const lines = [`state and post, ${first} to ${last}: ■ sourced, □ unsourced, · vacant, blank missing`];
  for (const row of rows) {
    const begins = row.kind === MAIN_KINDS[0];
    lines.push(`${(begins ? row.name : '').slice(0, 28).padEnd(28)} ${row.kind.padEnd(20)} ${row.years.map(year => MARKS[year]).join('')}${begins ? `  newest ${newest.get(row.state) ?? 'nothing'}` : ''}`);
  }
  const cells = rows.flatMap(row => row.years);
  const share = (what: CellState): string => `${cells.filter(one => one === what).length} ${what}`;
  const whole = new Set(rows.map(row => row.state)).size - new Set(rows.filter(row => row.years.includes('missing')).map(row => row.state)).size;
  lines.push(`${cells.length} years of posts: ${share('sourced')}, ${share('unsourced')}, ${share('vacant')}, ${share('missing')}; ${whole} states without a missing year`);
  return lines.join('\n');
}

const COLOURS: Readonly<Record<CellState, string>> = { sourced: '#2e7d32', unsourced: '#f9a825', vacant: '#90a4ae', missing: '#ffffff' };

/** The same as one page of HTML without scripts. */
export function coverageHtml({ first, last, rows, newest }: Coverage): string {
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const body = rows.map(row => `<tr><th>${row.kind === MAIN_KINDS[0] ? escaped(row.name) : ''}</th><td>${row.kind.replace(/-/g, ' ')}</td>`
    + row.years.map((what, i) => `<td class="${what}" title="${escaped(row.name)}, ${row.kind.replace(/-/g, ' ')}, ${years[i]}: ${what}"></td>`).join('')
    + `<td>${row.kind === MAIN_KINDS[0] ? newest.get(row.state) ?? '' : ''}</td></tr>`).join('\n');
  const style = Object.entries(COLOURS).map(([what, colour]) => `td.${what}{background:${colour}}`).join('');
  return `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Coverage of the gazetteer</title>
<style>body{font:13px sans-serif}table{border-collapse:collapse}td,th{border:1px solid #ddd;padding:1px 6px;text-align:left}${style}</style>
<h1>Coverage of the gazetteer</h1>
<p>State, post and year: sourced (green), unsourced (yellow), vacant by record (grey), missing (white). The last column is the newest source of the state.</p>
<table><tr><th>State</th><th>Post</th>${years.map(year => `<th>${String(year).slice(2)}</th>`).join('')}<th>Newest</th></tr>
${body}</table></html>\n`;
}

/** Open terms that have probably ended by a day: past their due day, past an election, or longer than a term lasts. */
export function dueTerms(data: GazetteerData, on: Day): { person: Person; term: Occupancy; why: string }[] {
  const schedule = scheduleOf(data.records);
  const result: { person: Person; term: Occupancy; why: string }[] = [];
  for (const person of data.records.people) {
    for (const term of person.occupancies) {
      const end = scheduledEnd(term, schedule(term.post));
      if (end && end.day <= on) result.push({ person, term, why: end.why });
    }
  }
  return result;
}
