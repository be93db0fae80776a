import { parseDate } from '../base/edtf';
import { Gathering, MAX_NAMES, readJson } from './incoming';
import type { Hints, Incoming, Unreadable } from './incoming';
import { isPlain, listOf, textOf, tidy } from './plain';
import type { Draftable, Plain } from './plain';
import { FEMALE, MALE, STATES, wikidataSource } from './wikidata-items';
import { readSparql, readSparqlCsv } from './wikidata-sparql';

/**
 * Reads what Wikidata gives: entity JSON (Special:EntityData, wbgetentities), SPARQL results as JSON, or as CSV. Holdings
 * (P39) come with start and end (P580, P582), their confidence is medium and their source is the item (spec 3.2).
 * `map`: the item or the label of a position to the id of our post.
 */
export function readWikidata(text: string, hints: Hints): Incoming | Unreadable {
  if (!/^\ufeff?\s*[{[]/.test(text)) return readSparqlCsv(text, hints);
  const json = readJson(text);
  if ('problem' in json) return { unreadable: [json.problem] };
  const top = json.value;
  if (isPlain(top) && isPlain(top['results']) && Array.isArray(top['results']['bindings'])) return readSparql(top, hints);
  const list = isPlain(top) && isPlain(top['entities']) ? Object.values(top['entities']) : Array.isArray(top) ? top : [top];
  const entities = new Map<string, Plain>();
  for (const entity of list) {
    const id = isPlain(entity) ? textOf(entity['id']) : undefined;
    if (id !== undefined && isPlain(entity) && /^Q\d+$/.test(id) && (entity['labels'] !== undefined || entity['claims'] !== undefined)) entities.set(id, entity);
  }
  if (entities.size === 0) return { unreadable: ['This is neither entity JSON of Wikidata (entities, labels, claims) nor SPARQL results (head, results).'] };
  return new EntityReader(entities, hints).read();
}

const HUMAN = 'Q5';
const INTERIM = 'Q4895105';
const CIRCA = 'Q5727902';
const JULIAN = 'Q1985786';

class EntityReader {
  private readonly found = new Gathering();
  private readonly posts = new Set<string>();

  constructor(private readonly entities: ReadonlyMap<string, Plain>, private readonly hints: Hints) {}

  read(): Incoming | Unreadable {
    for (const [qid, entity] of this.entities) {
      const human = claims(entity, 'P31').some(claim => itemOf(claim['mainsnak']) === HUMAN);
      if (human || claims(entity, 'P39').length > 0) this.person(qid, entity);
    }
    if (this.found.records.length === 0 && this.found.left.length === 0) this.found.broken.push('There is no person in it (P31 human, or P39 position held).');
    return this.found.done(false);
  }

  private person(qid: string, entity: Plain): void {
    const name = labelOf(entity);
    if (name === undefined) return this.found.leave(qid, qid, 'It has no label in English.');
    const date = (property: string): string | undefined => {
      const claim = best(claims(entity, property));
      return claim && this.date(claim['mainsnak'], `${qid} ${property}`, name, has(claim, 'P1480', CIRCA));
    };
    const item = (property: string): string | undefined => itemOf(best(claims(entity, property))?.['mainsnak']);
    const gender = item('P21');
    const state = item('P27');
    const aliases = listOf(isPlain(entity['aliases']) ? entity['aliases']['en'] : undefined).slice(0, MAX_NAMES).filter(isPlain).map(alias => textOf(alias['value']));
    const native = claims(entity, 'P1559').slice(0, MAX_NAMES).map(claim => valueOf(claim['mainsnak'])).filter(isPlain);
    const names = [
      ...native.map(value => ({ name: textOf(value['text']), lang: textOf(value['language']), kind: 'native' })),
      ...aliases.map(alias => ({ name: alias })),
    ].filter((form, i, all) => form.name !== undefined && form.name !== name && form.name.includes(' ') && all.findIndex(other => other.name === form.name) === i);
    const modified = textOf(entity['modified'])?.slice(0, 10);
    const source = wikidataSource(qid, name, parseDate(modified)?.text);
    const occupancies = claims(entity, 'P39').flatMap((claim, i) => this.occupancy(claim, `${qid} P39[${i}]`, name, source.key));
    if (occupancies.length > 0) this.found.records.push({ section: 'sources', where: qid, ...source });
    this.found.records.push({
      section: 'people', key: qid, where: qid,
      fields: tidy({
        name, family_name: this.label(item('P734')), given_name: this.label(item('P735')),
        gender: gender === MALE ? 'male' : gender === FEMALE ? 'female' : undefined,
        nationality: state === undefined ? undefined : this.state(state),
        birth_date: date('P569'), death_date: date('P570'), names: names.map(tidy),
        identifiers: [{ scheme: 'wikidata', identifier: qid }], occupancies, checked: parseDate(modified)?.text,
      }),
    });
  }

  private occupancy(claim: Plain, where: string, name: string, source: string): Draftable[] {
    const position = itemOf(claim['mainsnak']);
    if (position === undefined) return [];
    const post = this.post(position, where, name);
    if (post === undefined) return [];
    const circa = has(claim, 'P1480', CIRCA);
    const start = qualifiers(claim, 'P580')[0];
    const end = qualifiers(claim, 'P582')[0];
    if (end && end['snaktype'] === 'somevalue') {
      this.found.leave(where, `${name}, ${this.label(position) ?? position}`, 'The holding has ended, but its end is not told (P582 unknown).');
      return [];
    }
    const note = [['P1365', 'after'], ['P1366', 'before']].flatMap(([property, word]) => {
      const other = this.label(itemOf(qualifiers(claim, property!)[0]));
      return other === undefined ? [] : [`${word} ${other}`];
    }).join(', ');
    const endDate = end?.['snaktype'] === 'novalue' ? '..' : this.date(end, `${where} P582`, name, circa);
    // An end that is there and cannot be read must not become an open one.
    if (end && endDate === undefined) return [];
    return [tidy({
      post, start_date: this.date(start, `${where} P580`, name, circa), end_date: endDate,
      status: has(claim, 'P5102', INTERIM) ? 'acting' : undefined,
      note: note === '' ? undefined : note, confidence: 'medium', sources: [source],
    })];
  }

  /** A position by the mapping, else as a post of its own with the label that the input has for it. */
  private post(position: string, where: string, name: string): string | undefined {
    const label = this.label(position);
    const mapped = this.hints.map[position] ?? (label === undefined ? undefined : this.hints.map[label]);
    if (mapped !== undefined) {
      if (this.hints.has('posts', mapped)) return mapped;
      this.found.broken.push(`There is no post ‘${mapped}’ (mapped from ${position}).`);
      return undefined;
    }
    if (label === undefined) {
      this.found.leave(where, `${name}, ${position}`, `What this position is called is not in the input: map it with ${position}=<id of a post>.`);
      return undefined;
    }
    if (!this.posts.has(position)) {
      this.posts.add(position);
      const entity = this.entities.get(position)!;
      const state = [itemOf(best(claims(entity, 'P1001'))?.['mainsnak']), itemOf(best(claims(entity, 'P17'))?.['mainsnak'])]
        .map(item => (item === undefined ? undefined : this.state(item))).find(code => code !== undefined);
      const title = label[0]!.toUpperCase() + label.slice(1);
      this.found.records.push({ section: 'posts', key: position, where, ...(state === undefined ? {} : { state }), fields: { label: title, titles: { preferred: title } } });
    }
    return position;
  }

  private state(item: string): string | undefined {
    const entity = this.entities.get(item);
    const code = entity && textOf(valueOf(best(claims(entity, 'P297'))?.['mainsnak']));
    const state = code ?? STATES.get(item);
    return state === undefined ? undefined : this.hints.stateOf(state);
  }

  private label(item: string | undefined): string | undefined {
    const entity = item === undefined ? undefined : this.entities.get(item);
    return entity && labelOf(entity);
  }

  private date(snak: unknown, where: string, name: string, circa: boolean): string | undefined {
    const value = valueOf(snak);
    if (!isPlain(value)) return undefined;
    const date = wikidataDate(value, circa);
    if (date === undefined) this.found.leave(where, `${name}: ${String(value['time'])}`, 'This date is less exact than a year, or not of the Gregorian calendar.');
    return date;
  }
}

/** A time value of Wikidata as EDTF: day (precision 11), month (10) or year (9) of the Gregorian calendar. */
export function wikidataDate(value: Plain, circa = false): string | undefined {
  const match = /^\+?(\d{4,})-(\d{2})-(\d{2})T/.exec(String(value['time']));
  const precision = Number(value['precision']);
  if (!match || match[1]!.length > 4 || precision < 9 || String(value['calendarmodel'] ?? '').endsWith(JULIAN)) return undefined;
  const parts = [match[1]!, match[2]!, match[3]!].slice(0, precision >= 11 ? 3 : precision - 8);
  return parseDate(parts.join('-').replace(/(?:-00){1,2}$/, '') + (circa ? '~' : ''))?.text;
}

function claims(entity: Plain, property: string): Plain[] {
  const all = isPlain(entity['claims']) ? listOf(entity['claims'][property]) : [];
  return all.filter(isPlain).filter(claim => claim['rank'] !== 'deprecated');
}

/** The preferred statement, else the first. */
function best(list: readonly Plain[]): Plain | undefined {
  return list.find(claim => claim['rank'] === 'preferred') ?? list[0];
}

function qualifiers(claim: Plain, property: string): Plain[] {
  return (isPlain(claim['qualifiers']) ? listOf(claim['qualifiers'][property]) : []).filter(isPlain);
}

function has(claim: Plain, property: string, item: string): boolean {
  return qualifiers(claim, property).some(snak => itemOf(snak) === item);
}

function valueOf(snak: unknown): unknown {
  return isPlain(snak) && snak['snaktype'] === 'value' && isPlain(snak['datavalue']) ? snak['datavalue']['value'] : undefined;
}

function itemOf(snak: unknown): string | undefined {
  const value = valueOf(snak);
  if (!isPlain(value)) return undefined;
  return textOf(value['id']) ?? (typeof value['numeric-id'] === 'number' ? `Q${value['numeric-id']}` : undefined);
}

function labelOf(entity: Plain): string | undefined {
  const labels = isPlain(entity['labels']) ? entity['labels'] : {};
  for (const language of ['en', 'en-gb', 'mul']) {
    const label = labels[language];
    const text = isPlain(label) ? textOf(label['value']) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}
