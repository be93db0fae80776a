/**
 * Compares the start dates of the gazetteer with a table of tenures: `node scripts/reference.mjs FILE.csv`.
 * The table has the columns country, position, person, qid, start, end; countries are slugs of names (united-kingdom,
 * us, czech). Prints each pair whose starts are more than 3 days apart, with the comment beside ours if there is one,
 * then the numbers.
 *   --missing   prints instead the holders of the highest offices since 2014 that the gazetteer has not
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { yamlFiles } from './gazetteer.mjs';

const DAY = 86_400_000;
/** Days that a record and the table may differ: appointment, oath and handover are often a day or two apart. */
const TOLERANCE = 3;
/** Share of their words that two names of an office have in common (Dice) when they are taken for the same. */
const SAME_OFFICE = 0.6;
const SINCE = Date.UTC(2014, 0, 1) / DAY;
const HIGHEST = ['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister'];

/** What tables call the highest offices, folded. */
const KIND_NAMES = [
  ['head-of-state', /^(king|queen|monarch|emperor|(federal )?president( of the (republic|confederation|swiss confederation))?)$/],
  ['head-of-government', /^(prime minister|premier( of the state council)?|federal chancellor|taoiseach|(president|chair) of the (government|council of ministers))$/],
  ['foreign-minister', /^(minister|secretary of state) (of|for) (\w+ and )?foreign\b(?! trade)|^secretary of state$/],
  ['interior-minister', /^(minister|secretary of state) (of|for) (the )?interior( affairs| and administration)?$/],
  ['defence-minister', /^(minister|secretary|secretary of state) (of|for) (national )?defence( and .*)?$/],
];
const EMPTY_WORDS = new Set('united of the for and in to at on a s affairs state federal national minister secretary ministry committee acting'.split(' '));
/** Another rank is another office, however many words the two share. */
const RANKS = ['deputy', 'assistant', 'under', 'undersecretary', 'parliamentary', 'shadow', 'associate', 'junior', 'first', 'second', 'third', 'adviser', 'spokesperson'];

/** Words of offices that are written, or translated, in two ways. */
const SPELLINGS = {
  defense: 'defence', advisor: 'adviser', internal: 'interior', finances: 'finance', vice: 'deputy', head: 'chief', commander: 'chief',
  chairman: 'chair', chairwoman: 'chair', chairperson: 'chair', marshal: 'chair',
  eu: 'european union', un: 'nations', osce: 'organisation security co operation europe',
};

const LETTERS = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h' };

function fold(text) {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}|[’'`ʻʼ]/gu, '').replace(/[łøđðþßæœıħ]/g, letter => LETTERS[letter])
    .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The words of a name in any order, without initials: “Wendy R. Sherman”, “SHERMAN Wendy”. */
const nameKey = name => fold(name).split(' ').filter(word => word.length > 1).sort().join(' ');

/** First and last day (since 1970) that a date to the day, month or year can mean; nothing for an open one. */
function span(text) {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/.exec(text ?? '');
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map(Number);
  if (day) return [Date.UTC(year, month - 1, day) / DAY, Date.UTC(year, month - 1, day) / DAY];
  return month ? [Date.UTC(year, month - 1, 1) / DAY, Date.UTC(year, month, 0) / DAY] : [Date.UTC(year, 0, 1) / DAY, Date.UTC(year, 11, 31) / DAY];
}

/** Days between two spans, 0 where one lies within the other. */
const gap = (a, b) => Math.max(0, a[0] - b[1], b[0] - a[1]);

const overlap = (a, b) => a.start[0] <= (b.end?.[1] ?? Infinity) && b.start[0] <= (a.end?.[1] ?? Infinity);

function parseCsv(text) {
  const rows = text.split(/\r?\n/).filter(line => line.trim() !== '')
    .map(line => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain));
  const [header, ...body] = rows;
  return body.map(cells => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])));
}

/** The people, posts and states of the YAML, with file, line and comments of each occupancy. */
function readGazetteer(folder) {
  const whole = { people: [], posts: [], states: [] };
  for (const { path: file, text } of yamlFiles(folder)) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const plain = document.toJS() ?? {};
    for (const section of Object.keys(whole)) whole[section].push(...(plain[section] ?? []).map(record => ({ ...record, file })));
    (plain.people ?? []).forEach((person, i) => (person.occupancies ?? []).forEach((occupancy, k) => {
      const node = document.getIn(['people', i, 'occupancies', k], true);
      occupancy.line = lines.linePos(node.range[0]).line;
      // The parser hangs a comment above the first item on the list.
      const above = k === 0 ? document.getIn(['people', i, 'occupancies'], true).commentBefore : undefined;
      occupancy.comment = [above, node.commentBefore, node.comment].filter(Boolean).join(' ').trim();
    }));
  }
  return whole;
}

/** Finds the state of a slug: by its name, else by another name or adjective of it. */
function stateFinder(states) {
  const names = new Map();
  for (const state of states) for (const name of [...(state.adjectives ?? []), ...(state.other_names ?? []).map(other => other.name)]) names.set(fold(name), state.id);
  for (const state of states) names.set(fold(state.name), state.id);
  return slug => names.get(fold(slug)) ?? names.get(fold(`${slug} republic`));
}

const foldOffice = title => fold(title).replace('president of the council of ministers', 'prime minister').split(' ').map(word => SPELLINGS[word] ?? word).join(' ');

/** Words that tell an office, without those of its own state. */
function officeWords(title, ownWords) {
  return new Set(foldOffice(title).split(' ').filter(word => !EMPTY_WORDS.has(word) && !ownWords.has(word)));
}

const kindOf = position => KIND_NAMES.find(([, name]) => name.test(position.replace(/^acting /, '')))?.[0];

const sameRank = (a, b) => RANKS.every(rank => a.has(rank) === b.has(rank));

function likeness(a, b) {
  if (!sameRank(a, b)) return 0;
  const shared = [...a].filter(word => b.has(word)).length;
  return a.size === 1 || b.size === 1 ? Number(shared === a.size && shared === b.size) : (2 * shared) / (a.size + b.size);
}

/** Whether a position of the table is a post of the gazetteer. */
function isPost(position, post) {
  const kind = kindOf(foldOffice(position));
  if (kind !== undefined && (HIGHEST.includes(post.kind) || post.countryKinds.has(kind))) return kind === post.kind;
  const words = officeWords(position, post.ownWords);
  return words.size > 0 && post.titleWords.some(title => likeness(words, title) >= SAME_OFFICE);
}

/** Posts of the countries, each with its state (that of the file) and the words of its titles. */
function readPosts({ posts, states }) {
  const byId = new Map();
  const kinds = new Map();
  for (const post of posts) {
    const country = /^countries\/(\w\w)\./.exec(post.file)?.[1].toUpperCase();
    if (country === undefined) continue;
    const state = states.find(({ id }) => id === country);
    const ownNames = [state.name, ...(state.adjectives ?? []), ...(state.other_names ?? []).map(({ name }) => name)];
    const ownWords = new Set(ownNames.flatMap(name => fold(name).split(' ')).filter(word => !['kingdom', 'republic', 'state'].includes(word) || state.name.toLowerCase().includes(word)));
    const { preferred, formal, permitted = [] } = post.titles;
    const titleWords = [post.label, preferred, formal, ...permitted].filter(Boolean)
      .map(title => officeWords(title, ownWords)).filter((words, i, [label, usual]) => (words.size > 1 || i < 2) && (sameRank(words, label) || sameRank(words, usual)));
    if (!kinds.has(country)) kinds.set(country, new Set());
    kinds.get(country).add(post.kind);
    byId.set(post.id, { ...post, country, ownWords, titleWords, countryKinds: kinds.get(country) });
  }
  return byId;
}

/** Finds people by Wikidata id, else by name. */
function personFinder(people) {
  const byName = new Map();
  const byId = new Map();
  for (const person of people) {
    const names = [person.name, ...(person.names ?? []).map(({ name, given, family }) => name ?? `${given} ${family}`)];
    for (const key of new Set(names.map(nameKey))) byName.set(key, [...(byName.get(key) ?? []), person]);
    for (const { scheme, identifier } of person.identifiers ?? []) if (scheme === 'wikidata') byId.set(identifier, person);
  }
  return ({ qid, person }) => (byId.has(qid) ? [byId.get(qid)] : byName.get(nameKey(person)) ?? []);
}

/** One-to-one pairs of occupancies and rows: the same person, office and country, the nearest starts first. */
function pair({ posts, rows, find, stateOf }) {
  const candidates = [];
  for (const row of rows) {
    const country = stateOf(row.country);
    if (row.start === undefined) continue;
    for (const person of find(row)) {
      for (const occupancy of person.occupancies ?? []) {
        const post = posts.get(occupancy.post);
        const ours = { start: span(String(occupancy.start_date)), end: span(String(occupancy.end_date)) };
        if (post?.country !== country || ours.start === undefined || occupancy.status === 'designate' || !isPost(row.position, post)) continue;
        const days = gap(ours.start, row.start);
        if (days <= 366 || overlap(ours, row)) candidates.push({ person, occupancy, post, row, days });
      }
    }
  }
  const taken = new Set();
  return candidates.sort((a, b) => a.days - b.days).filter(({ occupancy, row }) => {
    if (taken.has(occupancy) || taken.has(row)) return false;
    taken.add(occupancy).add(row);
    return true;
  });
}

function printMissing({ posts, rows, find, stateOf }) {
  for (const row of rows) {
    const kind = kindOf(foldOffice(row.position));
    const country = stateOf(row.country);
    if (!HIGHEST.includes(kind) || (row.end?.[1] ?? Infinity) < SINCE) continue;
    const holds = find(row).some(person => (person.occupancies ?? []).some(({ post }) => posts.get(post)?.country === country && posts.get(post).kind === kind));
    if (!holds) console.log([row.country, row.position, row.person, row.qid, row.startText, row.endText, find(row)[0]?.id ?? 'not known'].join(', '));
  }
}

function main(args) {
  const table = args.find(arg => !arg.startsWith('--'));
  if (table === undefined) {
    console.error('Usage: node scripts/reference.mjs FILE.csv [--missing]');
    return 2;
  }
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
  const gazetteer = readGazetteer(path.join(root, 'gazetteer'));
  const posts = readPosts(gazetteer);
  const stateOf = stateFinder(gazetteer.states);
  const rows = parseCsv(readFileSync(table, 'utf8'))
    .map(row => ({ ...row, startText: row.start, endText: row.end, start: span(row.start), end: span(row.end) }));
  const unknown = [...new Set(rows.map(row => row.country))].filter(slug => stateOf(slug) === undefined);
  if (unknown.length > 0) console.log(`No state for: ${unknown.join(', ')}`);
  const input = { posts, rows, find: personFinder(gazetteer.people), stateOf };
  if (args.includes('--missing')) {
    printMissing(input);
    return 0;
  }
  const pairs = pair(input);
  const different = pairs.filter(({ days }) => days > TOLERANCE)
    .sort((a, b) => (a.person.file === b.person.file ? a.occupancy.line - b.occupancy.line : a.person.file < b.person.file ? -1 : 1));
  for (const { person, occupancy, row, days } of different) {
    const place = `gazetteer/${person.file}:${occupancy.line}`;
    console.log(`${place}: ${person.name}, ${occupancy.post} from ${occupancy.start_date} (table: ${row.position} from ${row.startText}, ${days} days)${occupancy.comment ? ` # ${occupancy.comment}` : ' - no comment'}`);
  }
  const share = count => `${count} (${((100 * count) / pairs.length).toFixed(1)} %)`;
  const exact = pairs.filter(({ occupancy, row }) => [occupancy.start_date, row.startText].every(date => String(date).length === 10));
  console.log(`${pairs.length} pairs, ${exact.length} of them to the day on both sides`);
  console.log(`${share(pairs.length - different.length)} start within ${TOLERANCE} days`);
  console.log(`${different.length} differ, ${different.filter(({ occupancy }) => occupancy.comment).length} of them with a comment`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
