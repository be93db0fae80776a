import type { Analysis, ResolvedName } from '../../analysis/model';
import { houseName, houseTitle, officeWords } from '../../analysis/who/references';
import { judgeTitle, type TitleJudgement } from '../../analysis/who/titles';
import { shift } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { heldWords, titledSpan } from './office-words';
import { asKnown, onDays, quote, recordOf, termRecord, textOf } from '../wording/wording';

type Never = Extract<TitleJudgement, { kind: 'never' }>;

/** An office asserted of a person who has never held it. */
export const officeWrong = defineCheck({
  id: 'office-wrong',
  group: 'offices',
  title: 'Office that the person never held',
  severity: 'warning',
  look: 'block',
  precedence: 3,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const name of analysis.names) {
      if (name.near || name.mention.label) continue;
      const judgement = judgeTitle(analysis, name);
      if (judgement?.kind === 'never') yield report(analysis, name, judgement);
    }
  },
});

function report(analysis: Analysis, name: ResolvedName, judgement: Never): Report {
  const { person } = name;
  const at = analysis.blockOf(name).span.start;
  const title = name.mention.title!;
  const core = shift(title.core, at);
  const written = textOf(analysis, core);
  const own = judgement.own;
  const now = own ? `${person!.name} ${heldWords(analysis, own.occupancy, own.post, name.on)}` : `${person!.name} is not recorded in that office`;
  const end = judgement.stale ? asKnown(analysis, judgement.own?.occupancy.checked ?? judgement.own?.occupancy.start_date) : '';
  const fixes: Fix[] = [];
  if (own) fixes.push(replace(`Change title to ${quote(houseTitle(own.post, analysis.profile))}`, core, houseTitle(own.post, analysis.profile)));
  let rest: string;
  if (judgement.reason === 'held-by-other' && judgement.holder) {
    const holder = judgement.holder.person;
    const other = houseName(holder, analysis.profile, name.on);
    const when = name.on ? ` ${onDays(analysis, name.on)}` : '';
    const many = judgement.post && judgement.post.seats !== 1;
    rest = many
      ? `no record has ${person!.name} as ${quote(written)}`
      : `the ${officeWords(judgement.post!, analysis.gazetteer, analysis.profile)}${when} was ${other}`;
    rest += ` (${termRecord(analysis, judgement.holder.occupancy)})`;
    if (!many) fixes.push(replace(`Change name to ${quote(other)}`, name.span, other));
  } else if (judgement.reason === 'avoided') {
    rest = `${quote(written)} is not the title of that office (${own ? termRecord(analysis, own.occupancy) : recordOf(analysis, undefined, person!)})`;
  } else {
    rest = `no such office as ${quote(textOf(analysis, shift(title.span, at)))} is recorded there (${own ? termRecord(analysis, own.occupancy) : recordOf(analysis, undefined, person!)})`;
  }
  return {
    span: titledSpan(name, at),
    mention: name.span,
    ...(judgement.stale ? { severity: 'information' as const } : {}),
    message: `${now}; ${rest}${end}.`,
    fixes,
  };
}
