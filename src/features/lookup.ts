import type { Analysis } from '../analysis/model';
import { possibleRange, touches } from '../analysis/records/offices';
import { officeWords } from '../analysis/who/references';
import { fold } from '../base/fold';
import type { Id } from '../gazetteer/model';

const MOST = 12;

/** Bodies and people by name, acronym or office: of an office those who held it on the note's day. The closest first. */
export function lookUp(analysis: Analysis, query: string): readonly Id[] {
  const words = fold(query.slice(0, 200)).split(/[^\p{L}\p{N}]+/u).filter(word => word !== '' && !/^(?:the|of|for|who|is)$/.test(word));
  if (words.length === 0) return [];
  const { gazetteer, profile, judging } = analysis;
  const { people, posts, organizations } = gazetteer.data.records;
  const has = (texts: readonly (string | undefined)[]): boolean => {
    const all = new Set(texts.flatMap(text => (text === undefined ? [] : fold(text).split(/[^\p{L}\p{N}]+/u))));
    return words.every(word => all.has(word));
  };
  const named = people.filter(person => has([person.name, ...person.names.map(n => n.name)]));
  const bodies = organizations.filter(body => has([body.name]) || has([body.acronym]));
  const held = posts.filter(post => has([officeWords(post, gazetteer, profile), post.label, ...post.titles.permitted])).sort((a, b) => a.label.length - b.label.length);
  const holders = held.flatMap(post => gazetteer.holders(post.id).filter(h => judging !== undefined && touches(possibleRange(h.occupancy), judging)).map(h => h.person));
  return [...new Set([...named, ...holders, ...bodies].map(record => record.id))].slice(0, MOST);
}
