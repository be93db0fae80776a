import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Id } from '../gazetteer/model';

/** A record to choose, with what it is called. */
export interface RecordChoice {
  readonly id: Id;
  readonly label: string;
  /** The state that it belongs to. */
  readonly state?: Id;
}

/** Records that a new one can be tied to, by what they are called. */
export interface RecordChoices {
  readonly states: readonly RecordChoice[];
  readonly posts: readonly RecordChoice[];
  readonly organizations: readonly RecordChoice[];
  /** What bodies are classified as, most frequent first. */
  readonly classifications: readonly string[];
}

export function choicesFor(gazetteer: Gazetteer): RecordChoices {
  const { states, posts, organizations } = gazetteer.data.records;
  const choice = (id: Id, label: string, state: Id | undefined): RecordChoice => ({ id, label, ...(state === undefined ? {} : { state }) });
  return {
    states: byLabel(states.map(s => choice(s.id, s.name, s.id))),
    posts: byLabel(posts.map(p => choice(p.id, p.label, gazetteer.stateOfPost(p.id)))),
    organizations: byLabel(organizations.map(o => choice(o.id, o.name, gazetteer.stateOf(o.id)))),
    classifications: byCount(organizations.flatMap(o => o.classification ?? [])),
  };
}

function byCount(words: readonly string[]): readonly string[] {
  const count = new Map<string, number>();
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

function byLabel(choices: RecordChoice[]): readonly RecordChoice[] {
  return choices.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}
