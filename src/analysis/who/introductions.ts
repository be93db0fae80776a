import type { DayRange } from '../../base/edtf';
import { fold } from '../../base/fold';
import { perGazetteer } from '../../english/phrases';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Organization, Person, Post } from '../../gazetteer/model';
import type { Profile } from '../../gazetteer/profile';
import { STATES } from '../../gazetteer/tables/places';
import { BY_ACRONYM } from '../../gazetteer/tables/bodies';
import { STATE_WORDS, writtenWords } from '../../gazetteer/tables/places';
import { houseForm } from './house-names';
import { belonging, houseName, houseTitle, mainOffice } from './references';

/** The full first reference in the house style: “Russian Deputy Foreign Minister Sergei Ryabkov” (spec 1.2, `firstref`). */
export function firstReference(person: Person, gazetteer: Gazetteer, profile: Profile, on: DayRange | undefined): string {
  const office = mainOffice(person, gazetteer, on);
  const name = houseName(person, profile, on);
  return office ? `${introduction(office.post, gazetteer, profile)} ${name}` : name;
}

/** How the person is called after that: by surname, with an honorific where the house uses one. */
export function laterReference(person: Person, profile: Profile, on: DayRange | undefined): string {
  const family = houseForm(person, profile, on, {}, { ru: profile.systemRu, uk: profile.systemUk })?.family ?? person.family_name;
  if (family === undefined) return houseName(person, profile, on);
  if (profile.laterRef !== 'honorific' || person.gender === undefined) return family;
  return `${person.gender === 'male' ? 'Mr' : 'Ms'}${profile.language === 'en-US' ? '.' : ''} ${family}`;
}

/** The office as a first reference has it: acronyms written out that the house does not use alone, in the house's letter case. */
function introduction(post: Post, gazetteer: Gazetteer, profile: Profile): string {
  const kept = introductions(gazetteer);
  const key = `${profile.id} ${post.id}`;
  let words = kept.get(key);
  if (words === undefined) kept.set(key, (words = compose(post, gazetteer, profile)));
  return words;
}

/** By house style and post: lists ask for dozens at each letter. */
const introductions = perGazetteer(() => new Map<string, string>());

function compose(post: Post, gazetteer: Gazetteer, profile: Profile): string {
  const title = hyphened(houseTitle(post, profile), profile);
  const whose = belonging(post, title, gazetteer, profile);
  const state = gazetteer.stateOfPost(post.id) !== undefined;
  const cased = (words: string): string => inHouseCase(words, gazetteer, profile);
  const own = /^(\p{Lu}[\p{L}]*\p{Lu}) (\P{Lu}*\p{Lu}.*)$/u.exec(title);
  const led = own && writtenOut(own[1]!, post, gazetteer, profile);
  // “SEC Chair” as “Chair of the Securities and Exchange Commission”: a long name does not stand before a title
  const called = led && led !== own[1] ? joined(led, cased(own[2]!), gazetteer, profile) : writtenOut(cased(title), post, gazetteer, profile);
  const words = whose === '' ? called : state ? `${whose} ${called}` : joined(writtenOut(whose, post, gazetteer, profile), called, gazetteer, profile);
  return withHouseAcronyms(words, gazetteer, profile);
}

/** “IMF Managing Director”, “Director-General of the Organisation for the Prohibition of Chemical Weapons”. */
function joined(body: string, title: string, gazetteer: Gazetteer, profile: Profile): string {
  const long = /\s(?:of|for|in|to|and|on|against)\s/.test(body) || namesState(body, gazetteer);
  if (!long) return `${body} ${title}`;
  return `${profile.titleCase === 'before-name' ? lower(title, gazetteer) : title} of the ${body}`;
}

/** Secretary-General or Secretary General, where the house writes all of them one way. */
function hyphened(title: string, profile: Profile): string {
  const { secretaryGeneral: style } = profile;
  return style === undefined || style === 'own' ? title : title.replace(/\b(Secretary)[ -](General)\b/, style === 'hyphen-always' ? '$1-$2' : '$1 $2');
}

function namesState(text: string, gazetteer: Gazetteer): boolean {
  const words = writtenWords(text);
  const states = gazetteer.table(STATE_WORDS);
  return words.some((_, i) => states.longest(words, i) !== undefined);
}

const ACRONYM = /(?<![\p{L}\d-])\p{Lu}[\p{L}]*\p{Lu}[\p{L}]*(?![\p{L}\d]|-\p{L})/gu;

/** Words with each acronym that the house does not use alone written out. */
function writtenOut(words: string, post: Post, gazetteer: Gazetteer, profile: Profile): string {
  return words.replace(ACRONYM, (acronym, at: number) => {
    if (acronym.length < 3 || profile.noExpand.includes(acronym)) return acronym;
    const own = gazetteer.lineage(post.organization).find(o => o.acronym === acronym);
    const bodies = own ? [own] : byAcronym(acronym, gazetteer);
    const formal = bodies.length === 0 ? formalName(acronym, gazetteer) : undefined;
    if (bodies.length !== 1 && formal === undefined) return acronym;
    const name = formal ?? bodies[0]!.name;
    // a name may hold the acronym of the body above it: OSCE Special Monitoring Mission
    const full = name === words ? name : name.replace(ACRONYM, inner => byAcronym(inner, gazetteer)[0]?.name ?? inner);
    return /\b(?:of|to|in|for|at) $/.test(words.slice(0, at)) && /\s/.test(full) ? `the ${full}` : full;
  });
}

/** The long name of the state that an acronym is short for: DPRK. */
function formalName(acronym: string, gazetteer: Gazetteer): string | undefined {
  for (const { id } of gazetteer.table(STATES).exact([fold(acronym)])) {
    const names = gazetteer.state(id)!.other_names;
    if (names.some(n => n.kind === 'acronym' && n.name === acronym)) return names.find(n => n.kind === 'formal')?.name;
  }
  return undefined;
}

function byAcronym(acronym: string, gazetteer: Gazetteer): readonly Organization[] {
  return gazetteer.table(BY_ACRONYM).exact([acronym]).map(({ id }) => gazetteer.organization(id)!);
}

/** How the house writes an acronym: Nato, NATO. `undefined` where the house leaves it open. */
export function acronymCase(body: Organization, profile: Profile): 'upper' | 'title' | undefined {
  const { acronymCase: wanted, acronymTitleMin = 0 } = profile;
  if (wanted !== 'title') return wanted;
  return body.pronounced_as_word && body.acronym!.length >= acronymTitleMin ? 'title' : 'upper';
}

function withHouseAcronyms(words: string, gazetteer: Gazetteer, profile: Profile): string {
  if (profile.acronymCase !== 'title') return words;
  return words.replace(/(?<![\p{L}-])[A-Z]{4,}(?![\p{L}])/gu, acronym => {
    const body = byAcronym(acronym, gazetteer)[0];
    return body && acronymCase(body, profile) === 'title' ? acronym[0]! + acronym.slice(1).toLowerCase() : acronym;
  });
}

const LINK = /\s(?:of|for|to|on|in|at)\s/g;

/** A title as houses write it that write titles in lower case: names in it (the European Council, Libya, MI5) keep their capitals. */
export function lowerCaseTitle(title: string, gazetteer: Gazetteer): string {
  const end = nameIn(title, gazetteer);
  return lower(title.slice(0, end), gazetteer) + title.slice(end);
}

function inHouseCase(title: string, gazetteer: Gazetteer, profile: Profile): string {
  if (profile.titleCase === 'lower') return lowerCaseTitle(title, gazetteer);
  // what stands between a title and the name takes its capitals from it
  if (profile.titleCase === 'before-name' && ofSomething(title, gazetteer)) return lowerCaseTitle(title, gazetteer);
  return title;
}

/** “Director General of the DGSE”: the title does not touch the name that follows. */
export function ofSomething(title: string, gazetteer: Gazetteer): boolean {
  return title.slice(nameIn(title, gazetteer)).startsWith(' of ');
}

/** Where the name of a body or a country begins in a title; its length where there is none. */
function nameIn(title: string, gazetteer: Gazetteer): number {
  const links = [...title.matchAll(LINK)];
  const found = links.findIndex((link, i) => {
    const part = title.slice(link.index + link[0].length, links[i + 1]?.index ?? title.length);
    return /^the\s+\p{Lu}/u.test(part) || (part.match(/[\p{L}\d’'-]+/gu) ?? []).some(word => isName(word, gazetteer));
  });
  return found < 0 ? title.length : links[found]!.index;
}

function isName(word: string, gazetteer: Gazetteer): boolean {
  return (word.length > 1 && word === word.toUpperCase()) || gazetteer.table(STATE_WORDS).has(writtenWords(word)) || !gazetteer.isWord(fold(word));
}

function lower(words: string, gazetteer: Gazetteer): string {
  return words.replace(/[\p{L}’']+/gu, word => (isName(word, gazetteer) ? word : word[0]!.toLowerCase() + word.slice(1)));
}
