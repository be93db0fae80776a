import type { Analysis, ResolvedFigure } from '../analysis/model';
import type { Formation } from '../gazetteer/model';
import { defineCheck, type Report } from './check';
import { goTo, numberLike } from './figure-words';
import { lineOf, recordOf, textOf } from './wording';

const WEAK = /\b(?:under-?strength|under strength|depleted|battered|skeleton|mauled|reduced|hollow|undermanned|cadre)\b/i;
/** How far apart a formation figure and its strength stand, in characters. */
const FAR = 70;

/** People and formations of one force in one sentence that do not go together (typical strengths as recorded). */
export const figureUnitStrength = defineCheck({
  id: 'figure-unit-strength',
  group: 'figures',
  title: 'Formations and strength do not fit',
  severity: 'hint',
  /** Shares of the typical minimum and maximum beyond which it speaks. */
  options: { low: 0.8, high: 3 },
  *run(analysis: Analysis, options): Iterable<Report> {
    for (let i = 0; i + 1 < analysis.figures.length; i++) {
      const [first, second] = [analysis.figures[i]!, analysis.figures[i + 1]!];
      const [units, people] = first.mention.unit === 'personnel' ? [second, first] : [first, second];
      const formation = analysis.gazetteer.formation(units.mention.unit);
      if (!formation || people.mention.unit !== 'personnel' || !together(analysis, first, second)) continue;
      if (analysis.figures[i + 2] && analysis.figures[i + 2]!.block === first.block && near(second, analysis.figures[i + 2]!)) continue;
      const { implied: count } = units.mention;
      const { implied: strength } = people.mention;
      const [least, most] = [count.low * formation.typical[0], count.high * formation.typical[1]];
      if (strength.high >= options.low * least && strength.low <= options.high * most) continue;
      yield report(analysis, units, people, formation, least, most);
    }
  },
});

const near = (a: ResolvedFigure, b: ResolvedFigure): boolean => b.span.start - a.span.end < 25;

function together(analysis: Analysis, first: ResolvedFigure, second: ResolvedFigure): boolean {
  if (first.block !== second.block || first.tabular || second.tabular || first.mention.vague || second.mention.vague) return false;
  if (first.mention.part || second.mention.part || first.mention.status === 'denied' || (first.force !== undefined && second.force !== undefined && first.force !== second.force)) return false;
  if (first.scope !== undefined && second.scope !== undefined && first.scope !== second.scope) return false;
  const between = analysis.document.text.slice(first.span.end, second.span.start);
  if (between.length > FAR || /[.;:!?]\s/.test(between) || /\b(?:and|plus|but|while|not|against)\b/i.test(between)) return false;
  const sentence = analysis.blockOf(first).sentences.find(s => s.start <= first.mention.span.start && second.mention.span.end <= s.end);
  if (!sentence && analysis.blockOf(first).sentences.length > 0) return false;
  const at = analysis.blockOf(first).span.start;
  return !WEAK.test(analysis.document.text.slice(at + (sentence?.start ?? 0), at + (sentence?.end ?? second.mention.span.end)));
}

const shown = (value: number): string => numberLike(value, '1,000');

function report(analysis: Analysis, units: ResolvedFigure, people: ResolvedFigure, formation: Formation, least: number, most: number): Report {
  const [low, high] = formation.typical;
  const name = formation.plural[0] ?? `${formation.names[0] ?? formation.id}s`;
  return {
    span: people.span,
    message: `${textOf(analysis, units.span)} at ${shown(low)}-${shown(high)} each would be ${shown(least)}-${shown(most)} before support troops ` +
      `(typical ${name}: ${recordOf(analysis, formation.sources, formation)}).`,
    related: [{ span: units.span, message: `${textOf(analysis, units.span)}, line ${lineOf(analysis, units.span.start)}.` }],
    fixes: [goTo(analysis, 'Go to the formations', units.span)],
  };
}
