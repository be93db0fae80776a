import type { Analysis, ResolvedName } from '../../analysis/model';
import { statesOf } from '../../analysis/records/offices';
import { belonging, houseTitle } from '../../analysis/who/references';
import { judgeTitle } from '../../analysis/who/titles';
import { shift, type Span } from '../../base/span';
import { replace } from '../../findings/fixes';
import type { Occupancy, Post } from '../../gazetteer/model';
import { defineCheck, type Report } from '../run/check';
import { quote, termRecord, textOf } from '../wording/wording';

/** A state or body attached to a person's office or name that goes with neither nationality nor any office. */
export const affiliationWrong = defineCheck({
  id: 'affiliation-wrong',
  group: 'offices',
  title: 'Wrong country or body',
  severity: 'warning',
  look: 'block',
  precedence: 2,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const name of analysis.names) {
      if (!name.person || name.near || name.mention.label) continue;
      const at = analysis.blockOf(name).span.start;
      const judgement = judgeTitle(analysis, name);
      if (judgement?.kind === 'affiliation') {
        const title = name.mention.title!;
        const attached = title.state ?? title.organization!;
        if (leaning(analysis, shift(attached.span, at))) continue;
        yield report(analysis, name, shift(attached.span, at), judgement.post, judgement.occupancy);
      } else if (judgement === undefined) {
        const owner = strangerOwner(analysis, name);
        if (owner) yield report(analysis, name, shift(owner, at), owner.post, owner.occupancy);
      }
    }
  },
});

/** “pro-Russian President Igor Dodon”, “non-EU leaders”: the word tells a stance towards the state, not whose office it is. */
function leaning(analysis: Analysis, { start }: Span): boolean {
  const before = /(\p{L}+)[-\u2010\u2011]$/u.exec(analysis.document.addresses.slice(Math.max(0, start - 16), start));
  return before !== null && !/^(?:ex|then)$/i.test(before[1]!);
}

/** “Sweden’s Jens Stoltenberg said”: a possessive state before a full name that is the subject of its clause. */
function strangerOwner(analysis: Analysis, name: ResolvedName): (Span & { post: Post; occupancy: Occupancy }) | undefined {
  const { owner, given, title } = name.mention;
  if (owner?.kind !== 'state' || !given || title || statesOf(name.person!, analysis.gazetteer).has(owner.id)) return undefined;
  const occupancy = name.person!.occupancies[name.person!.occupancies.length - 1];
  const post = occupancy && analysis.gazetteer.post(occupancy.post);
  return post ? { ...owner.span, post, occupancy } : undefined;
}

function report(analysis: Analysis, name: ResolvedName, span: Span, post: Post, occupancy: Occupancy): Report {
  const right = belonging(post, houseTitle(post, analysis.profile), analysis.gazetteer, analysis.profile);
  const body = analysis.gazetteer.organization(post.organization);
  const written = textOf(analysis, span);
  const possessive = /^['’]s/.exec(analysis.document.addresses.slice(span.end, span.end + 2));
  const state = analysis.gazetteer.state(analysis.gazetteer.stateOfPost(post.id) ?? '');
  const change = possessive && state ? state.name : right;
  return {
    span,
    mention: name.span,
    message: `${quote(written)} beside ${name.person!.name}: the office is ${right ? `${right} ` : ''}${houseTitle(post, analysis.profile)}` +
      `${body ? `, ${body.name}` : ''} (${termRecord(analysis, occupancy)}).`,
    fixes: change && change !== written ? [replace(`Change to ${quote(change)}`, span, change)] : [],
  };
}
