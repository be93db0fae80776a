import type { Gazetteer } from '../../src/gazetteer/gazetteer';
import { firstReference } from '../../src/analysis/who/introductions';

/** A small deterministic generator (mulberry32): the same briefings on every run. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const OPENINGS = ['On Wednesday', 'In Brussels on 12 January', 'Meanwhile', 'After more than seven hours of talks', 'Officials in Geneva noted that', 'Speaking to reporters'];
const VERBS = ['said that', 'told the council that', 'noted that', 'warned that', 'repeated that', 'insisted that'];
const MATTER = [
  'the talks had been substantive and would go on in the spring',
  'no ally had agreed to limit the right of others to choose',
  'the draft would need work before anyone could sign it',
  'military exercises near the border had not been announced',
  'the next round was planned for February in Vienna',
  'the ministry had no new information on the matter',
];
const FIGURES = ['about 100,000 Russian troops near Ukraine', 'more than 30,000 personnel in Belarus', 'between 70,000 and 90,000 soldiers', '50 battalion tactical groups', 'tens of thousands of troops along the border'];

/** Briefings of the usual build, of at least `size` UTF-16 units, with people, figures, tables and quotations. */
export function corpus(gazetteer: Gazetteer, size: number, seed: number): string {
  const random = generator(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const profile = gazetteer.profile('neutral')!;
  const on = { first: 19004, last: 19004 };
  const people = gazetteer.data.records.people.filter(p => p.family_name !== undefined && p.occupancies.length > 0);
  const parts: string[] = ['---\ndate: 2022-01-12\nhouse-style: neutral\n---\n\n'];
  let written = '';
  const add = (text: string): void => {
    parts.push(text);
  };
  for (let section = 1, length = 0; length < size; section++, length += written.length) {
    const from = parts.length;
    add(`## Meeting ${section}\n\n`);
    for (let k = 0; k < 6; k++) {
      const person = pick(people);
      const other = pick(people);
      add(`${pick(OPENINGS)} ${firstReference(person, gazetteer, profile, on)} ${pick(VERBS)} ${pick(MATTER)}. ` +
        `“We have seen ${pick(FIGURES)},” ${person.family_name} said. ${other.name} met the delegation of the OSCE and NATO’s 30 allies, ` +
        `and ${pick(MATTER)}. US officials put the number at ${pick(FIGURES)}, ${other.family_name} added.\n\n`);
    }
    add('| Force | Place | Personnel |\n|---|---|---|\n| Russia | In Belarus | 30,000 |\n| Russia | In Crimea | 20,000 |\n| Total | | 50,000 |\n\n');
    add(`- ${pick(people).name}: to report by Friday\n- ${pick(people).name}: to draft the note\n\n`);
    written = parts.slice(from).join('');
  }
  return parts.join('');
}
