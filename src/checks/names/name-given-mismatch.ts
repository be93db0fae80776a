import type { Analysis, ResolvedName } from '../../analysis/model';
import { held, possibleRange, postsMeant, touches } from '../../analysis/records/offices';
import { type ForeignForm, foreignForm, isSpelling } from '../../analysis/who/given-forms';
import { statesNamed } from '../../analysis/who/census';
import { leadsOn, pointsTo, titleFits } from '../../analysis/who/fits';
import { houseName, mainOffice } from '../../analysis/who/references';
import { TITLE_HEADS } from '../../english/lexicon';
import { fold } from '../../base/fold';
import { shift } from '../../base/span';
import { action, replace } from '../../findings/fixes';
import type { Id, Occupancy, Person, Post } from '../../gazetteer/model';
import { foldedName, nameIndexOf } from '../../recognize/names/name-index';
import { defineCheck, type Report, sight } from '../run/check';
import { likeCase, quote, recordOf, termRecord, textOf } from '../wording/wording';

interface Bearer {
  readonly person: Person;
  readonly post: Post;
  readonly occupancy: Occupancy;
}

/** Somebody whose given name was written as another language has it. */
interface Translated {
  readonly person: Person;
  readonly form: ForeignForm;
}

/** A recorded surname with another given name, beside a title that its bearer holds or held. */
export const nameGivenMismatch = defineCheck({
  id: 'name-given-mismatch',
  group: 'names',
  title: 'Given name that does not go with surname and office',
  severity: 'warning',
  precedence: 1,
  options: {},
  *run(analysis): Iterable<Report> {
    const candidates = analysis.seen(otherGivens);
    if (candidates.length === 0) return;
    const mentioned = statesNamed(analysis);
    const states = { states: (id: Id) => mentioned.has(id) };
    for (const { name, translated } of candidates) {
      if (translated) {
        yield reportForm(analysis, name, translated);
        continue;
      }
      const bearer = bearerOf(analysis, name, states);
      // Yingluck and Thaksin Shinawatra, both in full: the writer tells the two apart
      if (bearer && !(analysis.seen(namedInFull).includes(bearer.person.id) && formerly(name)) && !isShort(analysis, name, bearer.person) && !isSpelling(writtenGiven(name), bearer.person, analysis.gazetteer)) yield report(analysis, name, bearer);
    }
  },
});

/** Full names of nobody on record whose surname is a recorded one: in another language's form, or beside the title of a recorded post. */
const otherGivens = sight(function* (analysis, _block): Iterable<{ readonly name: ResolvedName; readonly translated?: Translated }> {
  for (const name of analysis.names) {
    const { mention } = name;
    if (name.person || mention.sic || mention.label || !mention.given || !mention.near.some(match => match.part === 'given' && match.given !== 'none')) continue;
    if (analysis.choices.knownNames.has(foldedName(mention.surface)) || analysis.choices.keep.has(foldedName(mention.surface))) continue;
    const translated = translatedOf(analysis, name);
    if (translated) yield { name, translated };
    else if (mention.title ? mention.title.posts.length > 0 : leads(name)) yield { name };
  }
});

const namedInFull = sight(function* (analysis, _block) {
  for (const { person, mention } of analysis.names) if (person && mention.given) yield person.id;
});

/** The given name as written, folded. */
function writtenGiven({ mention }: ResolvedName): string {
  return foldedName(mention.surface.slice(mention.given!.start - mention.span.start, mention.given!.end - mention.span.start));
}

/** The one bearer of a surname whose given name is written here as another language has it: Volodymyr Putin. */
function translatedOf(analysis: Analysis, name: ResolvedName): Translated | undefined {
  const { mention } = name;
  const { gazetteer } = analysis;
  const written = writtenGiven(name);
  const found: Translated[] = [];
  for (const { part, given, person: id } of mention.near) {
    const person = part === 'given' && given !== 'none' ? gazetteer.person(id) : undefined;
    if (!person || found.some(other => other.person === person)) continue;
    const fits = titleFits(analysis, mention, person);
    if (fits === 'no' || (fits === 'none' && !nameIndexOf(gazetteer).distinctive(person))) continue;
    const form = foreignForm(written, person, gazetteer, analysis.profile);
    if (form) found.push({ person, form });
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The one recorded bearer of the surname whose post the title beside the name means. */
function bearerOf(analysis: Analysis, name: ResolvedName, states: Parameters<typeof pointsTo>[1]): Bearer | undefined {
  const { title, near } = name.mention;
  if (!title) return leaderOf(analysis, name, states);
  const posts = postsMeant(title, analysis.gazetteer);
  const index = nameIndexOf(analysis.gazetteer);
  const bearers = new Map<string, Bearer>();
  for (const match of near) {
    if (match.part !== 'given' || match.given === 'none') continue;
    const person = analysis.gazetteer.person(match.person);
    if (!person) continue;
    // a common surname needs the state or body beside the title: there are other ministers of that name
    if (!index.distinctive(person) && !title.state && !title.organization && !namesBody(analysis, name, posts)) continue;
    if (!pointsTo(analysis, states, name.mention, person)) continue;
    const occupancy = held(person, posts).find(h => fitsTime(name, h.occupancy));
    // one person may be near in several recorded spellings
    if (occupancy) bearers.set(person.id, { person, ...occupancy });
  }
  return bearers.size === 1 ? [...bearers.values()][0] : undefined;
}

/** “The leader of the Peasants’ Party, Waldemar Kosiniak-Kamysz,”: an office that no record has stands before the name. */
const LEADS = /(?:^|[.;:–—]\s+|\b(?:and|but|with|by|to)\s+)(?:the|its|their|his|her)\s+(?:\p{L}+ ){0,2}?(\p{L}+) (?:of|for) [^.;,:]{2,60}, $/iu;

function leads({ mention, block }: ResolvedName): boolean {
  const from = Math.max(0, mention.span.start - 160);
  // a cut through a sentence is no beginning of one
  const role = LEADS.exec((from > 0 ? '…' : '') + block.prose.slice(from, mention.span.start))?.[1];
  return role !== undefined && TITLE_HEADS.has(fold(role)) && /^[,.;]/.test(block.prose.slice(mention.span.end, mention.span.end + 1));
}

/** Somebody in one of the great offices of a state that the text names, whose surname no other record has, in an apposition that says that somebody leads. */
function leaderOf(analysis: Analysis, name: ResolvedName, states: Parameters<typeof pointsTo>[1]): Bearer | undefined {
  for (const { person: id, part } of name.mention.near) {
    const person = part === 'given' ? analysis.gazetteer.person(id) : undefined;
    if (!person?.nationality || !states.states(person.nationality) || !nameIndexOf(analysis.gazetteer).distinctive(person) || !leadsOn(analysis, person, name.on)) continue;
    const office = mainOffice(person, analysis.gazetteer, name.on);
    if (office) return { person, ...office };
  }
  return undefined;
}

/** “European Commission President”: a title of one post that itself says whose it is. */
function namesBody(analysis: Analysis, name: ResolvedName, posts: readonly Post[]): boolean {
  if (posts.length !== 1) return false;
  const body = analysis.gazetteer.organization(posts[0]!.organization);
  const written = textOf(analysis, shift(name.mention.title!.core, analysis.blockOf(name).span.start));
  const state = analysis.gazetteer.state(analysis.gazetteer.stateOfPost(posts[0]!.id) ?? '');
  if (state && written.includes(state.name)) return true;
  return body !== undefined && (written.includes(body.name) || (body.acronym !== undefined && written.split(/\s+/).includes(body.acronym)));
}

function formerly({ mention }: ResolvedName): boolean {
  const qualifier = mention.title?.qualifier?.kind;
  return qualifier === 'former' || qualifier === 'then';
}

/** English given names and what friends make of them. */
const SHORT_FORMS = `alexander:alex,sandy,alec andrew:andy,drew anthony:tony benjamin:ben charles:charlie,chuck christopher:chris daniel:dan,danny david:dave,davey
donald:don douglas:doug edward:ed,eddie,ted,ned elizabeth:liz,beth,betty,eliza frederick:fred gerald:jerry,gerry gregory:greg henry:harry,hank james:jim,jimmy,jamie
jeffrey:jeff john:jack,johnny,jon jonathan:jon joseph:joe,joey katherine:kate,kathy,katie kenneth:ken lawrence:larry margaret:maggie,peggy,meg matthew:matt michael:mike,mick
nicholas:nick patrick:pat,paddy patricia:pat,trish peter:pete philip:phil raymond:ray richard:rick,dick,rich robert:bob,rob,bobby ronald:ron samuel:sam stephen:steve
steven:steve susan:sue theodore:ted,theo thomas:tom,tommy timothy:tim william:bill,will,billy`;
const SHORT: ReadonlySet<string> = new Set(SHORT_FORMS.split(/\s+/).flatMap(entry => {
  const [long, forms] = entry.split(':');
  return forms!.split(',').map(form => `${form} ${long}`);
}));

/** “Dave” for David, “Robert” for Bob: the name that friends use is no other name. */
function isShort(analysis: Analysis, { mention }: ResolvedName, person: Person): boolean {
  const written = foldedName(mention.surface.slice(mention.given!.start - mention.span.start, mention.given!.end - mention.span.start));
  // of several given names the one that is used: Ian Khama is Seretse Khama Ian Khama
  if (foldedName(person.name).split(' ').includes(written)) return true;
  return nameIndexOf(analysis.gazetteer).givens(person).some(({ words: [given] }) => SHORT.has(`${written} ${given}`) || SHORT.has(`${given} ${written}`));
}

/** Begun by the days of the mention; and a former holder is not the one who holds the office then: Pierre Trudeau in 2016. */
function fitsTime(name: ResolvedName, occupancy: Occupancy): boolean {
  const { on, about } = name;
  const { start_date, end_date } = occupancy;
  if ((about?.known === 'stated' || about?.known === 'framed') && !touches(possibleRange(occupancy), about)) return false;
  if (on && start_date && start_date.earliest > on.last) return false;
  if (!formerly(name)) return true;
  return end_date !== undefined && (!on || end_date.earliest <= on.last);
}

function report(analysis: Analysis, name: ResolvedName, bearer: Bearer): Report {
  const { mention } = name;
  const at = analysis.blockOf(name).span.start;
  const given = shift(mention.given!, at);
  const right = houseName(bearer.person, analysis.profile, name.on);
  const title = mention.title ? textOf(analysis, shift(mention.title.core, at)) : bearer.post.titles.preferred;
  return {
    span: name.span,
    mention: name.span,
    message: `${quote(mention.surface)}: the ${title} of that surname is ${right} (${termRecord(analysis, bearer.occupancy)}). A slip in the given name, or someone else?`,
    fixes: [
      replace(`Change to ${quote(right)}`, given, likeCase(textOf(analysis, given), givenOf(bearer.person, right))),
      action('This is another person: remember the name…', { kind: 'remember', text: mention.surface }),
    ],
  };
}

function reportForm(analysis: Analysis, name: ResolvedName, { person, form }: Translated): Report {
  const given = shift(name.mention.given!, analysis.blockOf(name).span.start);
  const written = textOf(analysis, given);
  const named = houseName(person, analysis.profile, name.on);
  const kind = form.language === undefined ? 'another spelling of the name' : `the ${form.language} form of the name`;
  const whose = person.gender === 'male' ? 'he is' : person.gender === 'female' ? 'she is' : 'it is';
  return {
    span: given,
    mention: name.span,
    message: `${quote(written)} is ${kind}; ${whose} ${named} (${recordOf(analysis, undefined, person)}).`,
    fixes: [
      replace(`Change to ${quote(givenOf(person, named))}`, given, likeCase(written, givenOf(person, named))),
      action('This is another person: remember the name…', { kind: 'remember', text: name.mention.surface }),
    ],
  };
}

function givenOf(person: Person, name: string): string {
  const family = person.family_name ?? '';
  return name.endsWith(` ${family}`) ? name.slice(0, -family.length - 1) : person.given_name ?? name;
}
