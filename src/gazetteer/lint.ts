import { alignmentDistance } from '../base/distance';
import type { Day } from '../base/edtf';
import { fold } from '../base/fold';
import { TITLE_HEADS } from '../english/classes/offices';
import { RANKS } from '../english/classes/people';
import { knownUntil } from './evidence';
import { foldName } from './forms';
import type { Person, Records } from './model';
import type { Tell } from './validate';

/** What a look over records needs beside them. */
export interface Looking {
  readonly records: Records;
  /** Whether a folded word is an ordinary English word. */
  isWord(folded: string): boolean;
  /** Day of the look; without one nothing is said of age. */
  readonly today?: Day;
}

/** An open term that nobody has looked at for so long may have ended: 18 months. */
const STALE_DAYS = 548;
const SHORTEST_SURNAME = 5;
const SHORTEST_GIVEN = 4;
const LONGEST_COMPARED = 60;
/** Names that differ in the same letter, and pairs in all, that are compared: more are no slip but a list of another kind. */
const MOST_ALIKE = 50;
const MOST_PAIRS = 5_000;
/** Nobody who held a post on this day, 1 January 1900, is written of in a briefing: an older year is a slip of the pen. */
const OLDEST_START = -25_567;

/** Remarks of an editor on records that are valid: what may be recognised wrongly, and what may have grown old. */
export function lint({ records, isWord, today }: Looking, tell: Tell): void {
  words(records, isWord, tell);
  lookAlikes(records.people, tell);
  runTogether(records, tell);
  if (today !== undefined) stale(records.people, today, tell);
}

/** A short form that is an ordinary word is recognised wherever the word stands with a capital. */
function words(records: Records, isWord: Looking['isWord'], tell: Tell): void {
  const one = (form: string): string | undefined => (/^[\p{L}’'-]+$/u.test(form) && isWord(fold(form)) ? form : undefined);
  for (const person of records.people) {
    person.names.forEach((name, i) => {
      if (name.family === undefined && one(name.name)) remark(person, ['names', i], `‘${name.name}’ is an ordinary word: it is taken for ${person.name} only where the name is introduced.`);
    });
    person.misspellings.forEach((wrong, i) => {
      if (!wrong.needs_context && one(wrong.name)) remark(person, ['misspellings', i], `‘${wrong.name}’ is an ordinary word: give it needs_context: true.`);
    });
  }
  for (const body of records.organizations) {
    // all in capitals is recognised only in capitals
    body.other_names.forEach((name, i) => {
      if (name.name !== name.name.toUpperCase() && one(name.name)) remark(body, ['other_names', i], `‘${name.name}’ is an ordinary word: it is taken for ${body.name} wherever it has a capital.`);
    });
  }

  function remark(record: Parameters<Tell>[0], path: Parameters<Tell>[1], message: string): void {
    tell(record, path, message, 'information');
  }
}

/** Cells of a table that ran together: a title, a rank or a state within the given names, a year that is a slip. */
function runTogether({ people, states }: Records, tell: Tell): void {
  const stateNames = new Set(states.map(state => fold(state.name)));
  for (const person of people) {
    const given = (person.given_name ?? '').split(' ');
    const alien = given.slice(0, given[0]!.endsWith('.') ? 2 : 1).find(word => {
      const plain = fold(word).replace(/\.$/, '');
      return given.length > 1 && (TITLE_HEADS.has(plain) || (RANKS.has(plain) && /\.$|.{4}/.test(word)) || stateNames.has(plain));
    });
    if (alien !== undefined) tell(person, ['given_name'], `‘${alien}’ is no given name of ${person.name}: what stood beside it in a table ran together.`, 'warning');
    person.occupancies.forEach((term, i) => {
      const start = term.start_date;
      if (start && start.precision !== 'open' && start.latest < OLDEST_START) tell(person, ['occupancies', i, 'start_date'], `${person.name} cannot hold a post since ${start.text}.`, 'warning');
    });
  }
}

/** Two people one letter apart: a slip in the one is the name of the other. */
function lookAlikes(people: readonly Person[], tell: Tell): void {
  const parts = people.flatMap(person => (person.family_name && person.given_name ? [{ person, family: foldName(person.family_name), given: foldName(person.given_name) }] : []));
  type Part = typeof parts[number];
  const pair = (a: Part, b: Part): void => {
    const known = (x: Person, y: Person): boolean => x.distinct_from.some(d => d.id === y.id);
    if (known(a.person, b.person) || known(b.person, a.person)) return;
    const say = (of: Part): string => `One letter from ${of.person.name} (${of.person.id}): if they are two people, say so with distinct_from.`;
    if (!tell(b.person, ['name'], say(a), 'information')) tell(a.person, ['name'], say(b), 'information');
  };
  let pairs = 0;
  // words one letter apart have a word in common when a letter is left out of one or both
  const compare = (same: (part: Part) => string, other: (part: Part) => string, shortest: number): void => {
    const byWord = new Map<string, Part[]>();
    const near = new Map<string, Set<string>>();
    for (const part of parts) {
      const word = other(part);
      const own = `${same(part)}\n${word}`;
      if (word.length < shortest || word.length > LONGEST_COMPARED) continue;
      const alike = new Set<string>();
      for (let i = -1; i < word.length; i++) {
        const key = `${same(part)}\n${i < 0 ? word : word.slice(0, i) + word.slice(i + 1)}`;
        const others = near.get(key) ?? new Set();
        near.set(key, others);
        for (const before of others) if (before !== own) alike.add(before);
        if (others.size < MOST_ALIKE) others.add(own);
      }
      for (const before of alike) {
        if (alignmentDistance(word, before.slice(before.indexOf('\n') + 1), 1) !== 1) continue;
        for (const twin of byWord.get(before)!) if (pairs++ < MOST_PAIRS) pair(twin, part);
      }
      const twins = byWord.get(own) ?? [];
      byWord.set(own, twins);
      if (twins.length < MOST_ALIKE) twins.push(part);
    }
  };
  compare(p => p.given, p => p.family, SHORTEST_SURNAME);
  compare(p => p.family, p => p.given, SHORTEST_GIVEN);
}

function stale(people: readonly Person[], today: Day, tell: Tell): void {
  for (const person of people) {
    person.occupancies.forEach((term, i) => {
      const until = knownUntil(term);
      if (!Number.isFinite(until) || today - until <= STALE_DAYS) return;
      tell(person, ['occupancies', i], `${person.name} is in ‘${term.post}’ without an end, and was last checked on ${(term.checked ?? term.start_date)!.text}: look whether it still holds.`, 'information');
    });
  }
}
