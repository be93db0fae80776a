import type { Analysis, ResolvedName } from '../../analysis/model';
import { fold } from '../../base/fold';
import { shift, type Span } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import type { Person } from '../../gazetteer/model';
import type { Honorific } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { bySurname } from '../run/groups';
import { genderOf } from '../names/later-names';
import { rankConflict } from '../../analysis/records/ranks';
import { date, lineOf, quote, textOf } from '../wording/wording';

/** Where a text names relatives, the same surname with another honorific is theirs. */
const RELATIVES = /\b(?:wife|husband|widow(?:er)?|spouse|partner|daughter|son|mother|father|sister|brother|cousin|uncle|aunt|niece|nephew|couple|family|first lady|married|no relation|unrelated)\b/i;

/** An honorific or a rank that the record of the person contradicts. Silent where the record has none. */
export const honorificWrong = defineCheck({
  id: 'honorific-wrong',
  group: 'offices',
  title: 'Honorific or rank that is not the person’s',
  severity: 'warning',
  look: bySurname,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const introduced = new Map<string, ResolvedName[]>();
    for (const name of analysis.names) {
      const { mention } = name;
      if (mention.label || mention.sic || name.near || mention.compound) continue;
      const { honorific, rank } = mention;
      if (honorific) {
        const said = fold(honorific.text).replace(/\./g, '');
        const meant = name.person ?? onlyBearer(analysis, name, introduced.get(mention.familyFolded) ?? []);
        if (meant) {
          const problem = honorificConflict(meant, said, name);
          if (problem) yield report(analysis, name, meant, honorific, problem, introduced.get(mention.familyFolded)?.[0]);
        }
      }
      if (rank && name.person) {
        const recorded = rankConflict(name.person, rank.text, name.on);
        if (recorded) yield rankReport(analysis, name, name.person, rank, recorded);
      }
      if (mention.given) {
        const there = introduced.get(mention.familyFolded);
        if (there) there.push(name);
        else introduced.set(mention.familyFolded, [name]);
      }
    }
  },
});

/**
 * The one person of the surname introduced before, where “Mr Sherman” can only be that person: no other bearer is named
 * or recorded, no apposition says who this is, and no relatives are spoken of.
 */
function onlyBearer(analysis: Analysis, name: ResolvedName, earlier: readonly ResolvedName[]): Person | undefined {
  const { mention } = name;
  if (mention.given || mention.exact.length === 0 || mention.title || earlier.length === 0) return undefined;
  const people = new Set(earlier.map(e => e.person));
  const [person] = people;
  if (people.size !== 1 || !person) return undefined;
  if (mention.exact.some(m => m.person !== person.id)) return undefined;
  const block = analysis.blockOf(name);
  if (RELATIVES.test(block.prose)) return undefined;
  // “Mr Sherman, the caretaker,”: somebody else is introduced
  if (/^,\s+(?:an?|the|who|her|his|whose)\b/.test(block.prose.slice(mention.span.end, mention.span.end + 12))) return undefined;
  return person;
}

type Problem = { readonly right: string; readonly says: string };

function honorificConflict(person: Person, said: string, name: ResolvedName): Problem | undefined {
  const gender = genderOf(said);
  if (gender !== undefined && person.gender !== undefined && gender !== person.gender) {
    const right = said === 'sir' ? 'Dame' : said === 'dame' ? 'Sir' : said === 'lord' || said === 'baron' ? 'Lady' : said === 'lady' || said === 'baroness' ? 'Lord' : person.gender === 'male' ? 'Mr' : 'Ms';
    // whether a woman called Sir is a Dame the record must say
    const noble = said === 'sir' || said === 'dame' || said === 'lord' || said === 'lady' || said === 'baron' || said === 'baroness';
    const plain = noble && !titled(person) ? (person.gender === 'male' ? 'Mr' : 'Ms') : right;
    return { right: plain, says: `is ${plain} ${person.family_name ?? person.name}` };
  }
  if ((said === 'sir' || said === 'dame') && name.on) {
    const later = person.honours.filter(h => h.start_date !== undefined && h.start_date.precision !== 'open');
    if (later.length > 0 && later.length === person.honours.length && later.every(h => h.start_date!.earliest > name.on!.last)) {
      return { right: person.gender === 'female' ? 'Ms' : 'Mr', says: `had not been honoured by then` };
    }
  }
  return undefined;
}

function titled(person: Person): boolean {
  return person.honours.length > 0 || person.honorific_prefix !== undefined;
}

function marked(analysis: Analysis, name: ResolvedName, word: Honorific): { word: Span; whole: Span } {
  const at = shift(word.span, analysis.blockOf(name).span.start);
  return { word: at, whole: { start: at.start, end: name.span.end } };
}

function report(analysis: Analysis, name: ResolvedName, person: Person, word: Honorific, problem: Problem, first: ResolvedName | undefined): Report {
  const { word: at, whole } = marked(analysis, name, word);
  const where = first && first !== name ? `, introduced on line ${lineOf(analysis, first.span.start)},` : '';
  return {
    span: whole,
    message: `${quote(textOf(analysis, whole))}: ${person.name}${where} ${problem.says} (record checked ${date(analysis, person.checked)}).`,
    related: first && first !== name ? [{ span: first.span, message: `${person.name} here` }] : [],
    fixes: [replace(`Change to ${quote(problem.right)}`, at, problem.right)],
  };
}

function rankReport(analysis: Analysis, name: ResolvedName, person: Person, rank: Honorific, recorded: string): Report {
  const { word, whole } = marked(analysis, name, rank);
  const fixes: Fix[] = [replace(`Change to ${quote(recorded)}`, word, recorded)];
  return {
    span: whole,
    message: `${quote(textOf(analysis, whole))}: the rank recorded for ${person.name} is ${recorded} (record checked ${date(analysis, person.checked)}).`,
    fixes,
  };
}
