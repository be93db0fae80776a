import type { DayRange } from '../../base/edtf';
import { fold } from '../../base/fold';
import { FEMALE_HONORIFICS, MALE_HONORIFICS } from '../../english/lexicon';
import type { Person } from '../../gazetteer/model';
import { wordsOf } from '../../english/phrases';
import { titleWords } from '../../gazetteer/tables/titles';
import type { NameMention, Qualifier } from '../../recognize/model';
import type { Ground } from '../model';
import { held, possibleRange, postsMeant, statesOf, touches } from '../records/offices';
import type { Census } from './census';

/** A title of more posts than this says little of whose it is: there is a prime minister in every other state. */
const FEW_POSTS = 6;

/** What those are called who are to take office. */
const AHEAD: ReadonlySet<Qualifier> = new Set(['elect', 'designate', 'incoming']);
const YEAR = 366;

/** Whether the person had taken up a post that the title means by the days: a later holder is not meant. */
export function tookOffice(ground: Ground, mention: NameMention, person: Person, on: DayRange | undefined): boolean {
  const ahead = mention.title!.qualifier && AHEAD.has(mention.title!.qualifier.kind) ? YEAR : 0;
  return on === undefined || held(person, postsMeant(mention.title!, ground.gazetteer)).some(h => (h.occupancy.start_date?.earliest ?? -Infinity) <= on.last + ahead);
}

export function officeOnDays(person: Person, on: DayRange): boolean {
  return person.occupancies.some(o => (o.start_date?.earliest ?? -Infinity) <= on.last && on.first <= (o.end_date?.latest ?? Infinity));
}

/** Whether a title beside the name is one that the person holds or held: `none` where no title claims a post. */
export function titleFits(ground: Ground, mention: NameMention, person: Person): 'yes' | 'no' | 'none' {
  const title = mention.title;
  if (title && title.posts.length > 0) {
    return held(person, postsMeant(title, ground.gazetteer)).length > 0 ? 'yes' : 'no';
  }
  return 'none';
}

export function honorificFits(mention: NameMention, person: Person): boolean {
  const honorific = mention.honorific ? fold(mention.honorific.text) : undefined;
  if (honorific === undefined || person.gender === undefined) return true;
  if (FEMALE_HONORIFICS.has(honorific)) return person.gender === 'female';
  if (MALE_HONORIFICS.has(honorific)) return person.gender === 'male';
  return true;
}

/** Whether a title that the person holds or held is theirs rather than that of any state: the state or body stands beside it or in the text. */
export function pointsTo(ground: Ground, census: Pick<Census, 'states'>, mention: NameMention, person: Person): boolean {
  const title = mention.title!;
  if (title.state || title.organization || mention.owner || title.posts.length <= FEW_POSTS) return true;
  return held(person, postsMeant(title, ground.gazetteer)).some(h => {
    const state = ground.gazetteer.stateOfPost(h.post.id) ?? person.nationality;
    return state === undefined || census.states(state);
  });
}

/**
 * Whether a title that any state has (“Minister”, “Adviser”) says what the person does on the days: the words of it
 * stand in the title of an office held then, and no other state or body is named beside it.
 */
export function servesAs(ground: Ground, mention: NameMention, person: Person, on: DayRange | undefined): boolean {
  const { title } = mention;
  if (!title || on === undefined) return false;
  if (title.state && !statesOf(person, ground.gazetteer).has(title.state.id)) return false;
  const words = titleWords(wordsOf(title.text));
  if (!title.address && !title.descriptive && words.length > 1) return false;
  return person.occupancies.some(occupancy => {
    const post = ground.gazetteer.post(occupancy.post);
    if (!post || occupancy.status === 'designate' || !touches(possibleRange(occupancy), on)) return false;
    if (title.organization && !ground.gazetteer.lineage(post.organization).some(body => body.id === title.organization!.id)) return false;
    return [post.titles.preferred, ...post.titles.permitted, ...post.titles.informal].some(own => {
      const parts = titleWords(wordsOf(own));
      return words.every(word => parts.includes(word));
    });
  });
}

/** Kinds of posts of which a state has hundreds. */
const SENT: ReadonlySet<string> = new Set(['ambassador', 'permanent-representative']);

/** Whether the person holds one of the great offices of a state on the days: those that have a kind. */
export function leadsOn(ground: Ground, person: Person | undefined, on: DayRange | undefined): boolean {
  return on !== undefined && person !== undefined && person.occupancies.some(occupancy => {
    const post = ground.gazetteer.post(occupancy.post);
    return post?.kind !== undefined && !SENT.has(post.kind) && occupancy.status !== 'designate' && touches(possibleRange(occupancy), on);
  });
}
