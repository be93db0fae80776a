import type { Analysis, ResolvedName } from '../analysis/model';
import { held, postsMeant } from '../analysis/offices';
import { pointsTo, statesNamed } from '../analysis/people';
import { houseName } from '../analysis/references';
import { shift } from '../base/span';
import { action, replace } from '../findings/fixes';
import type { Occupancy, Person, Post } from '../gazetteer/model';
import { nameIndexOf } from '../recognize/name-index';
import { foldedName } from '../recognize/name-index';
import { defineCheck, type Report } from './check';
import { likeCase, quote, recordOf, textOf } from './wording';

interface Bearer {
  readonly person: Person;
  readonly post: Post;
  readonly occupancy: Occupancy;
}

/** A recorded surname with another given name, beside a title that its bearer holds or held. */
export const nameGivenMismatch = defineCheck({
  id: 'name-given-mismatch',
  group: 'names',
  title: 'Given name that does not go with surname and office',
  severity: 'warning',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    let states: Parameters<typeof pointsTo>[1] | undefined;
    for (const name of analysis.names) {
      const { mention } = name;
      if (name.person || mention.sic || mention.label || !mention.given || mention.near.length === 0) continue;
      if (analysis.choices.knownNames.has(foldedName(mention.surface)) || analysis.choices.keep.has(foldedName(mention.surface))) continue;
      states ??= { states: statesNamed(analysis) };
      const bearer = bearerOf(analysis, name, states);
      if (bearer) yield report(analysis, name, bearer);
    }
  },
});

/** The one recorded bearer of the surname whose post the title beside the name means. */
function bearerOf(analysis: Analysis, name: ResolvedName, states: Parameters<typeof pointsTo>[1]): Bearer | undefined {
  const { title, near } = name.mention;
  if (!title || title.posts.length === 0) return undefined;
  const posts = postsMeant(title, analysis.gazetteer);
  const index = nameIndexOf(analysis.gazetteer);
  const bearers: Bearer[] = [];
  for (const match of near) {
    if (match.part !== 'given' || match.given === 'none') continue;
    const person = analysis.gazetteer.person(match.person);
    if (!person) continue;
    // a common surname needs the state or body beside the title: there are other ministers of that name
    if (!index.distinctive(person) && !title.state && !title.organization) continue;
    if (!pointsTo(analysis, states, name.mention, person)) continue;
    const occupancy = held(person, posts).find(h => !name.on || !h.occupancy.start_date || h.occupancy.start_date.earliest <= name.on.last);
    if (occupancy) bearers.push({ person, ...occupancy });
  }
  return bearers.length === 1 ? bearers[0] : undefined;
}

function report(analysis: Analysis, name: ResolvedName, bearer: Bearer): Report {
  const { mention } = name;
  const at = analysis.blockOf(name).span.start;
  const given = shift(mention.given!, at);
  const right = houseName(bearer.person, analysis.profile, name.on);
  const title = textOf(analysis, shift(mention.title!.core, at));
  return {
    span: name.span,
    mention: name.span,
    message: `${quote(mention.surface)}: the ${title} of that surname is ${right} (${recordOf(analysis, bearer.occupancy.sources, bearer.person)}). A slip in the given name, or someone else?`,
    fixes: [
      replace(`Change to ${quote(right)}`, given, likeCase(textOf(analysis, given), givenOf(bearer.person, right))),
      action('This is another person: remember the name', { kind: 'remember', text: mention.surface }),
    ],
  };
}

function givenOf(person: Person, name: string): string {
  const family = person.family_name ?? '';
  return name.endsWith(` ${family}`) ? name.slice(0, -family.length - 1) : person.given_name ?? name;
}
