/** Ties the rows of a table to terms of the gazetteer and says of each what it means for the record. */
import { covering, gap, inWords, isoDay, span } from './dates.mjs';
import { termText } from './repository.mjs';
import { personBlock, postFor } from './staging.mjs';

/** Days that two tables may differ: appointment, oath and handover are often a day or two apart. */
export const TOLERANCE = 3;
/** How far apart the starts may lie where the name is the same, and where only the family name is. */
const NEAR = { same: 500, family: 75 };

export function finderOfStates(states, match) {
  const names = new Map();
  const put = (name, id) => names.set(match.foldOffice(name), names.get(match.foldOffice(name)) ?? id);
  for (const state of states.values()) put(state.name, state.id);
  for (const state of states.values()) for (const other of [...(state.adjectives ?? []), ...(state.other_names ?? []).map(form => form.name ?? form)]) put(other, state.id);
  const byName = text => names.get(match.foldOffice(text)) ?? names.get(match.foldOffice(text).replace(/^the /, '')) ?? names.get(match.foldOffice(`${text} republic`));
  return { byName, byCode: code => (states.has(String(code).toUpperCase()) ? String(code).toUpperCase() : undefined) };
}

const overlap = (a, b) => a.start[0] <= (b.end?.[1] ?? Infinity) && b.start[0] <= (a.end?.[1] ?? Infinity);

export class Comparison {
  constructor(repository, match) {
    this.repository = repository;
    this.match = match;
    this.results = [];
    this.byPost = new Map();
    this.words = new Map();
    this.byKey = new Map();
    this.byWord = new Map();
    for (const person of repository.people) {
      this.enter(person);
      for (const term of person.occupancies ?? []) this.enterTerm(person, term);
    }
  }

  enter(person) {
    const names = [person.name ?? `${person.given_name} ${person.family_name}`, ...(person.names ?? []).map(form => (typeof form === 'string' ? form : form.name ?? `${form.given} ${form.family}`)),
      ...(person.misspellings ?? []).map(form => (typeof form === 'string' ? form : form.name))].map(String);
    const words = names.map(name => this.match.nameWords(name));
    this.words.set(person.id, words);
    for (const word of new Set(words.flat())) {
      if (!this.byWord.has(word)) this.byWord.set(word, []);
      this.byWord.get(word).push(person);
    }
    for (const key of new Set(names.map(name => this.match.nameKey(name)))) {
      if (!this.byKey.has(key)) this.byKey.set(key, []);
      this.byKey.get(key).push(person);
    }
  }

  enterTerm(person, term) {
    if (!this.byPost.has(term.post)) this.byPost.set(term.post, []);
    this.byPost.get(term.post).push({ person, term });
  }

  /** All rows against all terms, each term and each row once, the nearest first. */
  compare(rows) {
    const candidates = [];
    for (const row of rows) {
      row.post = postFor(this.repository, row, this.match);
      if (row.post.refused) {
        this.results.push({ row, what: 'cannot match', why: row.post.refused });
        continue;
      }
      const words = this.match.nameWords(row.holder.name);
      const family = row.holder.family ? this.match.nameWords(row.holder.family) : undefined;
      for (const id of row.post.ids) for (const { person, term } of this.byPost.get(id) ?? []) {
        const ours = { start: span(term.start_date), end: span(term.end_date) };
        if (term.status === 'designate') continue;
        const related = this.words.get(person.id).map(own => this.match.relation(words, own, family)).sort((a, b) => (a === 'same' ? -1 : b === 'same' ? 1 : a ? -1 : 1))[0];
        const days = ours.start ? gap(ours.start, row.start.span) : 400;
        if (!related) {
          // the same office from the same day, and a word of the name: another transliteration
          const shared = days <= TOLERANCE && this.words.get(person.id).some(own => own.some(word => words.some(other => this.match.relation([word], [other]) === 'same')));
          if (shared && (term.status === 'acting') === row.acting) candidates.push({ row, person, term, days, related: 'start', status: 0 });
          continue;
        }
        const close = days <= NEAR[related] || (related === 'same' && ours.start && overlap(ours, { start: row.start.span, end: row.end?.span ?? (row.seen && [row.seen[1], row.seen[1]]) }));
        if (close) candidates.push({ row, person, term, days, related, status: Number((term.status === 'acting') !== row.acting) });
      }
    }
    const order = ['same', 'family', 'start'];
    candidates.sort((a, b) => order.indexOf(a.related) - order.indexOf(b.related) || a.days - b.days || a.status - b.status);
    const taken = new Set();
    const matched = new Set();
    for (const found of candidates) {
      if (taken.has(found.term) || matched.has(found.row)) continue;
      taken.add(found.term);
      matched.add(found.row);
      this.results.push({ ...found, ...this.judge(found) });
    }
    // a second row of a term that goes on (a new oath after an election) says nothing new
    for (const found of candidates) {
      if (matched.has(found.row) || found.related !== 'same') continue;
      const ours = { start: span(found.term.start_date), end: span(found.term.end_date) };
      if (ours.start && ours.start[0] <= found.row.start.span[0] && (ours.end?.[1] ?? Infinity) >= found.row.start.span[0]) {
        matched.add(found.row);
        this.results.push({ ...found, what: 'agrees', why: 'within a term that goes on', within: true });
      }
    }
    for (const row of rows) if (!matched.has(row) && !row.post.refused) this.results.push({ row, what: 'missing' });
    return this.results;
  }

  judge({ row, term }) {
    const start = span(term.start_date);
    if (!start) return { what: 'differs', why: 'the record has no start' };
    const near = [row.start, ...(row.also ?? [])].some(date => gap(start, date.span) <= TOLERANCE);
    if (!near) return { what: 'differs', why: `${term.start_date} here, ${row.start.text} in the table`, decided: decided(term, row) };
    const cited = (term.sources ?? []).length > 0;
    return cited ? { what: 'agrees' } : { what: 'would become sourced' };
  }

  /** Writes sources onto what agrees, closes what the table shows to have ended, and stages what is missing. */
  apply({ keep = false, take = new Set(), stage = true } = {}) {
    for (const result of this.results) {
      if (result.what === 'agrees' || result.what === 'would become sourced') this.source(result);
      else if (result.what === 'differs') this.decide(result, keep, take);
    }
    if (!stage) return;
    const missing = this.results.filter(result => result.what === 'missing').sort((a, b) => a.row.start.span[0] - b.row.start.span[0]);
    for (const result of missing) this.stage(result);
  }

  cite(row, cite = row.cite) {
    this.repository.addSource(cite.id, cite.fields);
    return cite.id;
  }

  source({ row, term, within }) {
    const changes = {};
    const start = span(term.start_date);
    if (!within && term.start_date !== row.start.text && start[1] - start[0] > row.start.span[1] - row.start.span[0] && row.start.span[0] >= start[0] && row.start.span[1] <= start[1] && this.allCan(term, row)) changes.start_date = row.start.text;
    const open = !span(term.end_date);
    const has = (term.sources ?? []).map(id => this.repository.sources.get(id)?.publisher);
    // one edition is enough; a newer one says until when an open term is known
    const twin = (term.sources ?? []).find(id => this.repository.sources.get(id)?.publisher === row.cite.fields.publisher);
    const newer = twin && open && String(this.repository.sources.get(twin).date ?? '') < String(row.cite.fields.date ?? '');
    if (!has.includes(row.cite.fields.publisher)) changes.sources = [...(term.sources ?? []), this.cite(row)];
    else if (newer) changes.sources = (term.sources ?? []).map(id => (id === twin ? this.cite(row) : id));
    if (changes.sources && open && term.checked !== undefined && (span(term.checked)?.[0] ?? -Infinity) <= (span(row.cite.fields.date)?.[1] ?? -Infinity)) changes.checked = undefined;
    this.end(row, term, changes);
    if (Object.keys(changes).length > 0) this.repository.changeTerm(term, changes);
  }

  /** Whether what is cited already is young enough for the exacter start. */
  allCan(term, row) {
    return [...(term.sources ?? []), ...(term.held_sources ?? [])].every(id => (span(this.repository.sources.get(id)?.date)?.[1] ?? Infinity) >= row.start.span[0]);
  }

  /** What the table says of the end: its own date, or that somebody else has the office. */
  end(row, term, changes) {
    const ours = span(term.end_date);
    const cited = (term.end_sources ?? []).map(id => this.repository.sources.get(id)?.publisher);
    if (cited.includes(row.cite.fields.publisher)) return;
    const add = cite => { changes.end_sources = [...(term.end_sources ?? []), this.cite(row, cite)]; };
    const can = cite => (span(cite.fields.date)?.[1] ?? Infinity) >= (ours?.[0] ?? -Infinity);
    if (ours && row.end && gap(ours, row.end.span) <= TOLERANCE && can(row.cite)) add(row.cite);
    else if (ours && row.next && gap(ours, row.next.start.span) <= TOLERANCE && can(row.next.firstCite)) add(row.next.firstCite);
    else if (!ours && row.end) Object.assign(changes, { end_date: row.end.text, checked: undefined, end_sources: [this.cite(row)] });
    else if (!ours && row.next && !row.newest) {
      const end = covering(row.seen[1] + 1, row.next.start.span[0]);
      if (end && span(end)[0] <= span(row.next.firstCite.fields.date)[1]) Object.assign(changes, { end_date: end, checked: undefined, end_sources: [this.cite(row, row.next.firstCite)] });
    }
  }

  decide(result, keep, take) {
    const { row, term } = result;
    if (result.decided) return;
    if (row.lines?.some(line => take.has(line)) || take.has(row.line)) {
      const before = term.start_date;
      const changes = { start_date: row.start.text, sources: [this.cite(row)] };
      this.end(row, term, changes);
      this.repository.changeTerm(term, changes, `was ${before}, without a source`);
      Object.assign(result, { what: 'agrees', why: 'the table’s date was taken' });
    } else if (keep) {
      this.repository.changeTerm(term, {}, `${row.tableName} has ${inWords(row.start.text)}`);
      result.decided = true;
    }
  }

  stage(result) {
    const { row } = result;
    if (row.unclear) return Object.assign(result, { what: 'cannot match', why: row.unclear });
    const term = this.newTerm(result);
    if (!term) return;
    // an earlier row may have made it
    const now = postFor(this.repository, row, this.match);
    if (!now.one && !now.create) return Object.assign(result, { what: 'cannot match', why: `which seat is meant: ${now.ids.join(' or ')}` });
    const post = now.one ?? now.create(this.repository);
    const clash = post.seats === 1 && !row.acting ? this.clash(post.id, term) : undefined;
    if (clash) return Object.assign(result, { what: 'differs', why: `‘${post.id}’ is held by ${clash.person.name} from ${clash.term.start_date} to ${clash.term.end_date ?? '..'}` });
    const person = this.personOf(row);
    if (person.refused) return Object.assign(result, { what: 'cannot match', why: person.refused });
    const held = this.repository.addTerm(person, { post: post.id, ...term });
    this.enterTerm(person, held);
    if (!this.words.has(person.id)) this.enter(person);
    result.staged = `${person.id} ${termText({ post: post.id, ...term })}`;
  }

  newTerm(result) {
    const { row } = result;
    const term = { ...(row.acting ? { status: 'acting' } : {}), start_date: row.start.text, end_date: '..' };
    if (row.acting && row.kind === 'ambassador') term.note = 'chargé d’affaires';
    term.sources = [this.cite(row)];
    if (row.end) Object.assign(term, { end_date: row.end.text, end_sources: [this.cite(row)] });
    else if (row.next && !row.newest) {
      // an edition that still names somebody whose successor is in office is late
      const late = row.seen[1] + 1 >= row.next.start.span[1];
      const end = late ? row.next.start.text : covering(Math.max(row.seen[1] + 1, row.start.span[0]), row.next.start.span[1]);
      if (!end) return Object.assign(result, { what: 'cannot match', why: `its end lies anywhere between ${isoDay(row.seen[1])} and ${row.next.start.text}` }) && undefined;
      Object.assign(term, { end_date: end, ...(span(end)[0] <= span(row.next.firstCite.fields.date)[1] ? { end_sources: [this.cite(row, row.next.firstCite)] } : {}) });
    }
    return term;
  }

  clash(post, term) {
    const certain = t => ({ first: span(t.start_date)?.[1] ?? Infinity, last: span(t.end_date)?.[0] ?? Infinity });
    const mine = certain(term);
    return (this.byPost.get(post) ?? []).find(({ term: other }) => {
      if (other.status === 'acting' || other.status === 'designate' || other.start_date === undefined) return false;
      const theirs = certain(other);
      return Math.min(mine.last, theirs.last) - Math.max(mine.first, theirs.first) >= 1;
    });
  }

  /** The person of a row that no term has: one who is recorded under the same whole name, or a new one. */
  personOf(row) {
    const key = this.match.nameKey(row.holder.name);
    const namesakes = [...new Set(this.byKey.get(key) ?? [])];
    const byQid = row.qid && this.repository.people.find(person => (person.identifiers ?? []).some(id => id.scheme === 'wikidata' && id.identifier === row.qid));
    if (byQid) return byQid;
    const mine = namesakes.filter(person => this.belongs(person, row));
    if (mine.length === 0) mine.push(...this.inOtherLength(row).filter(person => this.compatriot(person, row)));
    if (mine.length === 1) return mine[0];
    if (mine.length > 1) return { refused: `it may be ${mine.map(person => person.id).join(' or ')}` };
    return personBlock(this.repository, row, namesakes, this.match);
  }

  /** People one of whose names has all words of the row’s, or the other way round: “Kamla Susheila Persad-Bissessar”. */
  inOtherLength(row) {
    const words = this.match.nameWords(row.holder.name);
    if (words.length < 2) return [];
    const within = (short, long) => short.length > 1 && short.every(word => long.includes(word));
    const bearing = new Set(words.flatMap(word => this.byWord.get(word) ?? []));
    return [...bearing].filter(person => this.words.get(person.id).some(own => within(own, words) || within(words, own)));
  }

  compatriot(person, row) {
    const code = `${row.owner.toLowerCase()}-`;
    return person.nationality === row.owner
      || (person.nationality === undefined && (person.id.startsWith(code) || (person.occupancies ?? []).some(({ post }) => post.startsWith(code))));
  }

  /** A monarch can be one of several states, and a president co-prince of another. */
  belongs(person, row) {
    if (this.compatriot(person, row)) return true;
    return row.kind === 'head-of-state' && /monarch|king|queen|co-prince/i.test(row.designation ?? '')
      && (person.occupancies ?? []).some(({ post }) => this.repository.posts.get(post)?.kind === 'head-of-state');
  }
}

function decided(term, row) {
  return new RegExp(row.table === 'factbook' ? 'Factbook' : row.table === 'wikidata' ? 'Wikidata|reference table|table' : 'Historian', 'i').test(`${term.comment} ${term.note ?? ''}`);
}
