import type { Analysis } from '../../analysis/model';
import { replace } from '../../findings/fixes';
import { GRADE } from '../../recognize/tradecraft/grades';
import type { GradeMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { factsOf, type Fact } from '../run/facts';
import { quote } from '../wording/wording';

type Grade = Fact<GradeMention>;
const COLUMN = /^\s*(?:source\s+)?(?:grade|grading|admiralty(?:\s+(?:code|grade))?|source rating|reliability(?:\s*\/\s*credibility)?)\s*$/i;
/** One letter with so many different digits numbers the sources (S1, S2, S3) and grades none. */
const SERIES = 3;

/** A source grade outside A-F and 1-6, where grades are given: sources, a ‘Grade’ column, tags among other grades. */
export const sourceGradeInvalid = defineCheck({
  id: 'source-grade-invalid',
  group: 'tradecraft',
  title: 'Source grade that the code does not have',
  severity: 'warning',
  inSources: true,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    if (analysis.profile.sourceGrading === 'none') return;
    const all = [...factsOf(analysis, 'grades')];
    const bad = all.filter(g => !GRADE.test(g.mention.text));
    if (bad.length === 0) return;
    const graded = analysis.profile.sourceGrading === 'admiralty' || all.some(g => g.mention.form === 'tag' && !g.mention.leading && GRADE.test(g.mention.text));
    const digits = new Map<string, Set<string>>();
    for (const g of all) {
      const letter = g.mention.text[0]!.toUpperCase();
      if (g.mention.form === 'tag') digits.set(letter, (digits.get(letter) ?? new Set()).add(g.mention.text));
    }
    for (const grade of bad) {
      if (!isGrade(grade, graded, digits)) continue;
      const right = correct(grade.mention.text);
      yield {
        span: grade.span,
        message: `${quote(grade.mention.text)}: Admiralty grades run A-F for the source and 1-6 for the information; F6 means neither can be judged.`,
        fixes: right ? [replace(`Change to ${quote(right)}`, grade.span, right)] : [],
      };
    }
  },
});

function isGrade({ mention, block }: Grade, graded: boolean, digits: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const series = (digits.get(mention.text[0]!.toUpperCase())?.size ?? 0) >= SERIES && !/^[A-Fa-f]/.test(mention.text);
  if (block.cell) {
    const header = block.cell.table.rows[0]?.find(cell => cell.cell?.column === block.cell!.column);
    if (block.cell.row > 0 && header !== undefined && COLUMN.test(header.prose)) return true;
  }
  if (mention.form === 'cell' || mention.leading || series) return false;
  return block.section.kind === 'sources' || graded;
}

/** 2B and b2 can only mean B2. */
function correct(written: string): string | undefined {
  const [a, b] = written.toUpperCase().replace(/[-/ ]/, '');
  const turned = /\d/.test(a!) ? `${b}${a}` : `${a}${b}`;
  return GRADE.test(turned) ? turned : undefined;
}
