/**
 * The tables that are read, each as rows of one form: who held which office of which state from when. A row that is not
 * understood is refused with its line and the reason.
 */
import { isoDay, span } from './dates.mjs';

/** Nothing that ended before 2014 is asked for. */
const SINCE = Date.UTC(2014, 0, 1) / 86_400_000;

const COLUMNS = {
  factbook: ['iso2', 'country', 'post', 'holder', 'since', 'first_edition', 'last_edition'],
  state: ['kind', 'to', 'title', 'person', 'appointed', 'started', 'ended'],
  wikidata: ['country', 'position', 'person', 'start', 'end'],
};

/** Rows and refusals of a table; `message` where it is no such table at all. */
export function readTable(text, as, { match, states, today }) {
  const table = match.readCsv(text);
  if ('message' in table) return table;
  const missing = COLUMNS[as].filter(column => !table.header.includes(column));
  if (missing.length > 0) return { line: 1, message: `A table of ${as} has the columns ${COLUMNS[as].join(', ')}: there is no ${missing.join(', no ')}.` };
  const rows = [];
  const refused = [];
  for (const { line, cells } of table.rows) {
    const row = Object.fromEntries(table.header.map((column, i) => [column, (cells[i] ?? '').trim()]));
    const read = READERS[as](row, { match, states, today });
    if (read.refused !== undefined) refused.push({ line, reason: read.refused, text: cells.join(', ').slice(0, 120), late: read.early !== true });
    else rows.push({ line, ...read });
  }
  if (as === 'wikidata') {
    asOf(rows);
    atOnce(rows, match);
  }
  return { rows: as === 'factbook' ? inChains(rows, match) : rows, refused };
}

const READERS = { factbook: factbookRow, state: stateRow, wikidata: wikidataRow };
const refuse = (refused, early) => ({ refused, ...(early ? { early: true } : {}) });

/** A date of the table, or why it is none. */
function dateOf(text, what, today) {
  const date = span(text);
  if (!date || /[?~%]/.test(text)) return { refused: text === '' ? `${what} is not said` : `‘${text}’ is no date (${what})` };
  return date[0] > today ? { refused: `‘${text}’ lies ahead (${what})` } : { text, span: date };
}

function factbookRow(row, { match, states, today }) {
  // the Crown dependencies stand under the code of the United Kingdom and are no part of it
  const state = /^(?:guernsey|jersey|isle of man)$/i.test(row.country) ? undefined : states.byCode(row.iso2) ?? (row.iso2 === '' ? states.byName(row.country) : undefined);
  const [first, last] = [span(row.first_edition), span(row.last_edition)];
  if (!first || !last) return refuse('the editions are no dates');
  if (last[1] < SINCE) return refuse('before 2014', true);
  if (state === undefined) return refuse('no state that is recorded', true);
  const start = dateOf(row.since, 'since', today);
  if (start.refused) return start;
  if (start.span[0] > last[1]) return refuse(`since ${row.since}, after the edition that says so`);
  const represented = /represented by (.*)$/.exec(row.holder)?.[1];
  const holder = match.readHolder(represented ?? row.holder);
  if (holder.refused) return holder;
  const office = factbookOffice(row.post, holder.title, state);
  if (office.refused) return office;
  return {
    table: 'factbook', state, ...office, holder, acting: holder.acting, start, seen: [first[0], last[1]],
    cite: edition(isoDay(last[0])), firstCite: edition(isoDay(first[0])), tableName: 'the World Factbook',
  };
}

/** An edition of the World Factbook as a source. */
export function edition(day) {
  return { id: `factbook-${day}`, fields: { title: `The World Factbook, edition of ${day}`, publisher: 'CIA World Factbook', date: day, url: 'https://www.cia.gov/the-world-factbook/', grade: 'B2' } };
}

function factbookOffice(post, title, state) {
  const told = title.toLowerCase();
  const designation = title.replace(/,/g, '').replace(/\b(?:Dr|Sr|Gen|Lt|Col|Maj|Brig|Adm|Lord|Dame|Sir|Sheikh)\b\.?/g, '').replace(/\s+/g, ' ').trim();
  if (post === 'ambassador from US') return /consul|administrator|principal/.test(told) ? refuse('no ambassador') : { owner: 'US', kind: 'ambassador', to: state };
  if (post === 'ambassador to US') return /consul|representative/.test(told) && !/charg|ambassador/.test(told) ? refuse('no ambassador') : { owner: state, kind: 'ambassador', to: 'US' };
  if (post !== 'chief of state' && post !== 'head of government') return refuse(`‘${post}’ is no office that is known`);
  const kind = told === '' ? undefined
    : /heir apparent|spouse|first lady/.test(told) || (/crown prince/.test(told) && !/minister/.test(told)) ? undefined
    : /governor.general/.test(told) ? 'governor-general'
    : /(?:deputy|vice|first|second|third) (?:deputy )?(?:prime|premier)|deputy (?:first |second )?prime/.test(told) ? 'deputy-head-of-government'
    : /vice.?president|deputy president|vice chair/.test(told) ? 'vice-president'
    : /member|council(?! of ministers)|presidency|co-chief/.test(told) && !/^(?:prime minister|president$)/.test(told) ? 'presidency'
    : /prime minister|premier|chancellor|taoiseach|head of government|minister of state|council of ministers|chief minister/.test(told) ? 'head-of-government'
    : /president|king|queen|emir|amir|sultan|pope|duke|prince|supreme leader|captain|chief of state|head of state|paramount/.test(told) ? 'head-of-state' : undefined;
  return kind === undefined ? refuse(`no office that is kept here: ‘${title}’`) : { owner: state, kind, designation, column: post };
}

function stateRow(row, { match, states, today }) {
  const end = row.ended === '' ? undefined : dateOf(row.ended, 'ended', today);
  if (end?.refused) return end;
  if (end && end.span[1] < SINCE) return refuse('before 2014', true);
  const start = dateOf(row.started, 'started', today);
  if (start.refused) return start;
  if (!end && start.span[1] < SINCE - 1500) return refuse('long before 2014, and no end', true);
  const holder = match.readHolder(row.person);
  if (holder.refused) return holder;
  const cite = { id: 'state-historian', fields: { title: 'Principal officers and chiefs of mission', publisher: 'Office of the Historian, US Department of State', class: 'primary', url: 'https://history.state.gov/departmenthistory/people', grade: 'A1' } };
  // an envoy is appointed in Washington and received weeks later: the table has both days, and a record may have either
  const appointed = row.appointed ? dateOf(row.appointed, 'appointed', today) : undefined;
  const also = appointed && !appointed.refused && appointed.span[0] <= start.span[1] ? [appointed] : [];
  const common = { table: 'state', owner: 'US', holder, start, also, end, cite, tableName: 'the Office of the Historian' };
  if (row.kind !== 'mission') return { ...common, state: 'US', position: row.title, acting: /acting|interim/i.test(row.title) };
  if (!/ambassador|charg|minister/i.test(row.title)) return refuse(`no ambassador: ‘${row.title}’`);
  const to = states.byName(row.to.replace(/-/g, ' '));
  return to === undefined ? refuse(`no state that is recorded: ‘${row.to}’`) : { ...common, state: to, kind: 'ambassador', to, acting: /charg/i.test(row.title) };
}

/** Countries that the tables of Wikidata call otherwise than the records do. */
const WIKIDATA_COUNTRIES = { 'congo kinshasa': 'Democratic Republic of the Congo', 'congo brazzaville': 'Republic of the Congo', swiss: 'Switzerland' };

function wikidataRow(row, { match, states, today }) {
  const end = row.end === '' ? undefined : dateOf(row.end, 'end', today);
  if (end?.refused) return end;
  if (end && end.span[1] < SINCE) return refuse('before 2014', true);
  const start = dateOf(row.start, 'start', today);
  if (start.refused) return start;
  const country = row.country.replace(/-/g, ' ');
  const state = states.byName(WIKIDATA_COUNTRIES[country] ?? country);
  if (state === undefined) return refuse(`no state that is recorded: ‘${row.country}’`);
  const holder = match.readHolder(row.person);
  if (holder.refused) return holder;
  const cite = { id: 'wikidata-tenures', fields: { title: 'Terms of office of cabinets, as of July 2022', publisher: 'Wikidata', date: '2022-07', url: 'https://www.wikidata.org/', grade: 'C2' } };
  return {
    table: 'wikidata', owner: state, state, kind: match.kindOfOffice(row.position), position: row.position, acting: /^acting\b/i.test(row.position),
    holder, start, end, cite, qid: row.qid || row.wikidata || undefined, born: row.born || undefined, died: row.died || row.dod || undefined, tableName: 'Wikidata (July 2022)',
  };
}

/** A table of Wikidata is as old as the newest thing that it tells: mid-2022 where it tells nothing later. */
function asOf(rows) {
  const newest = rows.flatMap(row => [row.start.text, row.end?.text ?? '']).reduce((a, b) => (b > a ? b : a), '2022-07');
  const month = newest.slice(0, 7);
  if (month <= '2022-07') return;
  for (const row of rows) row.cite = { id: `wikidata-${month}`, fields: { ...row.cite.fields, date: month, title: `Terms of office of cabinets, as of ${month}` } };
}

/**
 * “President” may be that of a province or of a parliament, “Minister of Finance” that of a state of a federation: an
 * office that the table gives to two people at once is not one office, and nothing new is made of it.
 */
function atOnce(rows, match) {
  const groups = new Map();
  for (const row of rows) {
    if (row.kind === undefined || row.acting) continue;
    if (row.kind === 'head-of-state') row.unclear = 'president of what is not said';
    const key = `${row.owner} ${row.kind}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push({ row, words: match.nameWords(row.holder.name), first: row.start.span[1], last: row.end?.span[0] ?? Infinity });
  }
  for (const group of groups.values()) {
    group.sort((a, b) => a.first - b.first);
    for (let i = 0; i < group.length; i++) {
      for (let k = i + 1; k < group.length && group[k].first < group[i].last - 31; k++) {
        if (Math.min(group[i].last, group[k].last) - group[k].first <= 31 || match.relation(group[i].words, group[k].words) === 'same') continue;
        for (const [one, other] of [[i, k], [k, i]]) group[one].row.unclear ??= `the table has ${group[other].row.holder.name} at the same time`;
      }
    }
  }
}

/** Rows of one holder are one; whoever follows in the same office tells when the one before had gone. */
function inChains(rows, match) {
  const groups = new Map();
  for (const row of rows) {
    const key = [row.owner, row.kind, row.to ?? '', ['vice-president', 'deputy-head-of-government', 'presidency'].includes(row.kind) ? row.designation.replace(/s$/, '') : '', row.acting].join(' ');
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(row);
  }
  const result = [];
  for (const group of groups.values()) {
    group.sort((a, b) => a.start.span[0] - b.start.span[0] || a.seen[0] - b.seen[0]);
    const holders = [];
    for (const row of group) {
      const words = match.nameWords(row.holder.name);
      const same = holders.find(one => match.relation(match.nameWords(one.holder.name), words) === 'same' || (one.start.text === row.start.text && match.relation(match.nameWords(one.holder.name), words) === 'family'));
      if (same && touching(same, row)) join(same, row);
      else holders.push({ ...row, lines: [row.line] });
    }
    result.push(...holders);
  }
  chain(result);
  return result.sort((a, b) => a.line - b.line);
}

/** Two rows of one name are one term unless another edition long between them has somebody else. */
const touching = (a, b) => Math.max(a.seen[0], b.seen[0]) - Math.min(a.seen[1], b.seen[1]) < 200 || Math.abs(a.start.span[0] - b.start.span[0]) < 62;

function join(one, row) {
  const later = row.seen[1] >= one.seen[1];
  const near = Math.abs(one.start.span[0] - row.start.span[0]) <= 120;
  if (near && (row.start.text.length > one.start.text.length || (later && row.start.text.length === one.start.text.length))) one.start = row.start;
  // a spelling in both cases, or the newer one
  if (later && row.holder.given !== undefined) one.holder = row.holder;
  if (row.seen[0] < one.seen[0]) one.firstCite = row.firstCite;
  if (later) one.cite = row.cite;
  one.seen = [Math.min(one.seen[0], row.seen[0]), Math.max(one.seen[1], row.seen[1])];
  one.lines.push(row.line);
}

const SINGLE = new Set(['head-of-state', 'head-of-government', 'ambassador', 'governor-general']);

function chain(holders) {
  const newest = Math.max(...holders.map(row => row.seen[1]));
  const groups = new Map();
  for (const row of holders) {
    if (!SINGLE.has(row.kind)) continue;
    const key = [row.owner, row.kind, row.to ?? ''].join(' ');
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(row);
  }
  for (const group of groups.values()) {
    for (const row of group) {
      const next = group.filter(other => other !== row && other.seen[1] > row.seen[1] && other.start.span[1] > row.start.span[1]).sort((a, b) => a.start.span[0] - b.start.span[0])[0];
      if (next) row.next = next;
      row.newest = row.seen[1] >= newest - 60;
    }
  }
}
