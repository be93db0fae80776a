import type { Analysis } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import { writeDate } from '../../base/edtf';
import type { Block } from '../../document/model';
import type { Instrument } from '../../gazetteer/model';
import { RESOLUTIONS } from '../../gazetteer/tables/documents';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { assemblyYears, councilYear } from './council-numbers';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const WHEN = `\\s*(?:\\(\\s*|,?\\s+(?:of|from|adopted (?:in|on)|passed (?:in|on)|adopted|dated)\\s+)(?:the\\s+)?(?:(\\d{1,2})\\s+)?(?:(${MONTHS})\\s+)?((?:19|20)\\d\\d)\\b`;
/** The words before a number that say whose resolution it is, the number, and the year given with it. */
const COUNCIL = new RegExp(`(?:\\b(?:resolutions?|UNSCR|UNSC|SCR)\\s+(?:no\\.?\\s+)?|S/RES/)(\\d{1,4})(?![\\d/-])${WHEN}`, 'gi');
const ASSEMBLY = new RegExp(`(?:\\bresolutions?\\s+|A/RES/)(\\d{2,3})/(\\d{1,4})${WHEN}`, 'gi');
/** Bodies whose resolutions are numbered otherwise, named before the number. */
const OTHERS = /\b(?:assembly|parliament|parliamentary|house|senate|congress|joint|ecosoc|economic and social|human rights|board|governors|conference|health|unesco|iaea|osce|oas|council of europe|arab league|league|african union|cabinet|government|city|state|ministerial|commission|PACE|H\.?\s?R|S\.J)\b[^.;:]{0,30}$/i;

/** A resolution whose number was not adopted in the year given; looks at one sentence at a time. */
export const resolutionYear = defineCheck({
  id: 'resolution-year',
  group: 'dates',
  title: 'Year of a resolution',
  severity: 'warning',
  options: {},
  look: 'block',
  *run(analysis: Analysis): Iterable<Report> {
    for (const block of analysis.document.blocks) {
      if (!/\d/.test(block.prose) || !/resolution|SCR|RES\//i.test(block.prose)) continue;
      yield* council(analysis, block);
      yield* assembly(analysis, block);
    }
  },
});

function* council(analysis: Analysis, block: Block): Iterable<Report> {
  for (const match of block.prose.matchAll(COUNCIL)) {
    const before = block.prose.slice(Math.max(0, match.index - 60), match.index);
    const named = /^(?:UNSCR|UNSC|SCR|S\/RES)/i.test(match[0]) || /security council['’]?s?\s*$/i.test(before);
    if (!named && OTHERS.test(before)) continue;
    const number = Number(match[1]);
    const year = Number(match[4]);
    const adopted = councilYear(number);
    if (adopted === undefined) continue;
    // A small number without the Council's name may be any body's
    if (!named && number < 100) continue;
    const recorded = analysis.gazetteer.table(RESOLUTIONS).exact(['un-security-council', match[1]!])[0];
    const record = recorded && analysis.gazetteer.instrument(recorded.id);
    const span = shift({ start: match.index, end: match.index + match[0].length }, block.span.start);
    const place = yearSpan(span, match[4]!);
    if (adopted === year) {
      const report = day(match, record, span);
      if (report) yield report;
      continue;
    }
    const when = record?.adopted ? ` (${dayAndMonth(writeDate(record.adopted, analysis.profile.dates), adopted)})` : '';
    yield {
      span, message: `Security Council resolution ${number} was adopted in ${adopted}${when}.`,
      fixes: [replace(`Change to ‘${adopted}’`, place, String(adopted))],
    };
  }
}

/** “18 December” of “18 December 2015”. */
function dayAndMonth(written: string, year: number): string {
  return written.replace(new RegExp(`,?\\s*${year}`), '');
}

function yearSpan(span: Span, year: string): Span {
  return { start: span.end - year.length, end: span.end };
}

/** The right year with another day than the recorded one. */
function day(match: RegExpMatchArray, record: Instrument | undefined, span: Span): Report | undefined {
  const adopted = record?.adopted;
  if (!adopted || adopted.precision !== 'day' || match[2] === undefined || match[3] === undefined) return undefined;
  const written = `${Number(match[2])} ${match[3]} ${match[4]}`;
  const right = writeDate(adopted, 'dmy');
  if (written.toLowerCase() === right.toLowerCase()) return undefined;
  return { span, severity: 'information', message: `Security Council resolution ${match[1]} was adopted on ${right}.` };
}

function* assembly(_analysis: Analysis, block: Block): Iterable<Report> {
  for (const match of block.prose.matchAll(ASSEMBLY)) {
    const before = block.prose.slice(Math.max(0, match.index - 60), match.index);
    const named = /^A\/RES/i.test(match[0]) || /assembly['’]?s?\s*$/i.test(before);
    if (!named || /\b(?:parliamentary|health|world)\s+assembly['’]?s?\s*$/i.test(before)) continue;
    const years = assemblyYears(Number(match[1]));
    const year = Number(match[5]);
    // Before 1976 numbers ran on through the sessions
    if (!years || Number(match[1]) < 31 || years.includes(year)) continue;
    yield {
      span: shift({ start: match.index, end: match.index + match[0].length }, block.span.start),
      message: `Resolution ${match[1]}/${match[2]} is of the General Assembly's session ${match[1]}, which began in ${years[0]}.`,
      fixes: years.map(right => replace(`Change to ‘${right}’`, yearSpan(shift({ start: match.index, end: match.index + match[0].length }, block.span.start), match[5]!), String(right))),
    };
  }
}
