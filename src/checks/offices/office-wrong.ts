import type { Analysis, ResolvedName } from '../../analysis/model';
import { maySay } from '../../analysis/records/offices';
import { houseName, houseTitle, officeWords } from '../../analysis/who/references';
import { judgeTitle, type Never } from '../../analysis/who/titles';
import { shift } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import { knownUntil } from '../../gazetteer/evidence';
import { defineCheck, type Report } from '../run/check';
import { heldWords, titledSpan } from './office-words';
import { lastKnown, onDays, quote, recordOf, termRecord, textOf } from '../wording/wording';

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
  const { own } = judgement;
  const now = own ? `${person!.name} ${heldWords(analysis, own.occupancy, own.post, name.on)}` : `${person!.name} is not recorded in that office`;
  const end = own && name.on && name.on.first > knownUntil(own.occupancy) ? lastKnown(analysis, own.occupancy) : '';
  const fixes: Fix[] = [];
  if (own) fixes.push(replace(`Change title to ${quote(houseTitle(own.post, analysis.profile))}`, core, houseTitle(own.post, analysis.profile)));
  let rest: string;
  if (judgement.reason === 'held-by-other' && judgement.holder) {
    const { person: holder, occupancy: term } = judgement.holder;
    const other = houseName(holder, analysis.profile, name.on);
    const office = officeWords(judgement.post!, analysis.gazetteer, analysis.profile);
    const known = !name.on || maySay(term, name.on);
    if (judgement.post!.seats !== 1) rest = `no record has ${person!.name} as ${quote(written)}`;
    else if (known) rest = `the ${office}${name.on ? ` ${onDays(analysis, name.on)}` : ''} was ${other}`;
    else rest = `the last ${office} that is recorded is ${other}${lastKnown(analysis, term)}`;
    rest += ` (${termRecord(analysis, term)})`;
    if (judgement.post!.seats === 1 && known) fixes.push(replace(`Change name to ${quote(other)}`, name.span, other));
  } else if (judgement.reason === 'avoided') {
    rest = `${quote(written)} is not the title of that office (${own ? termRecord(analysis, own.occupancy) : recordOf(analysis, undefined, person!)})`;
  } else {
    rest = `no such office as ${quote(textOf(analysis, shift(title.span, at)))} is recorded there (${own ? termRecord(analysis, own.occupancy) : recordOf(analysis, undefined, person!)})`;
  }
  return {
    span: titledSpan(name, at),
    mention: name.span,
    ...(judgement.stale ? { severity: 'information' as const } : {}),
    message: `${now}${end}; ${rest}.`,
    fixes,
  };
}
