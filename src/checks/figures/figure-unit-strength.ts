import type { Analysis, ResolvedFigure } from '../../analysis/model';
import type { Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Formation, Id } from '../../gazetteer/model';
import { FORMATIONS } from '../../gazetteer/tables/figures';
import { ALL } from '../../gazetteer/tables/table';
import { perGazetteer } from '../../english/phrases';
import { defineCheck, type Report } from '../run/check';
import { goTo, numberLike } from './figure-words';
import { lineOf, recordOf, textOf } from '../wording/wording';

const WEAK = new RegExp('\\b(?:under-?strength|under strength|depleted|battered|skeleton|mauled|reduced|hollow|undermanned|cadre|remnants?|remains of|(?:what (?:is|was|remains)|all that (?:is|was)) left of|' +
  '(?:parts?|elements?|units?|detachments?|advance part(?:y|ies)|vanguards?|some|half|most) (?:of|from)|headquarters|two-thirds of)\\b', 'i');
/** What the one does to or with the other: two sides, or some men of a larger body, not its strength. */
const APART = new RegExp('\\b(?:and|plus|but|while|not|against|versus|vs|fac(?:e|es|ed|ing)|fights?|fighting|fought|oppos(?:e|es|ed|ing)|confront\\w*|attack\\w*|besieg\\w*|surround\\w*|encircl\\w*|' +
  'defeat\\w*|destroy\\w*|routed|repel\\w*|collapsed|train(?:s|ed|ing)?|equip\\w*|kill\\w*|captur\\w*|los(?:e|es|t|ing)|receiv\\w+|recruit\\w*|gain\\w*|send\\w*|sent|lent|contribut\\w*|provid\\w*|' +
  'defend\\w*|protect\\w*|guard\\w*|reinforc\\w*|reliev\\w*|replac\\w*|beat|before|by \\d{4})\\b', 'i');
/** How far apart a formation figure and its strength stand, in characters. */
const FAR = 70;

/** People and formations of one force in one sentence that do not go together (typical strengths as recorded). */
export const figureUnitStrength = defineCheck({
  id: 'figure-unit-strength',
  group: 'figures',
  title: 'Formations and strength do not fit',
  severity: 'hint',
  look: 'block',
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
      yield report(analysis, units.span, people, formation, least, most);
    }
    for (const people of analysis.figures) {
      const { mention } = people;
      if (mention.unit !== 'personnel' || mention.vague || people.tabular || mention.status === 'denied' || mention.component === 'losses') continue;
      const single = singleBefore(analysis, people);
      if (!single || analysis.figures.some(f => f.block === people.block && f.span.start < single.span.end && single.span.start < f.span.end)) continue;
      const [least, most] = single.formation.typical;
      if (mention.implied.high >= options.low * least && mention.implied.low <= options.high * most) continue;
      yield report(analysis, single.span, people, single.formation, least, most);
    }
  },
});

interface Names {
  readonly pattern: RegExp;
  /** Formations by their names. */
  readonly formations: ReadonlyMap<string, Id>;
}

/** “a brigade of”, “an army corps, or”, “one motor rifle division (” right before a number of people. */
const namesOf = perGazetteer((gazetteer: Gazetteer): Names => {
  const formations = new Map<string, Id>();
  for (const { id, value } of gazetteer.table(FORMATIONS).exact(ALL)) for (const name of value.names) formations.set(name.toLowerCase(), id);
  const names = [...formations.keys()].sort((a, b) => b.length - a.length).map(n => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')).join('|');
  return {
    formations,
    pattern: new RegExp(`\\b((?:an?|one)\\s+(?:[\\p{L}-]+\\s+){0,2}?(${names === '' ? '(?!)' : names}))(?:\\s+(?:of|with|numbering|totall?ing)|,\\s+or|,|\\s*[(–—])\\s*$`, 'iu'),
  };
});

function singleBefore(analysis: Analysis, people: ResolvedFigure): { span: Span; formation: Formation } | undefined {
  const block = analysis.blockOf(people);
  const sentence = block.sentences.find(s => s.start <= people.mention.span.start && people.mention.span.end <= s.end);
  const start = Math.max(sentence?.start ?? 0, people.mention.span.start - 80);
  const { pattern, formations } = namesOf(analysis.gazetteer);
  const match = pattern.exec(block.prose.slice(start, people.mention.span.start));
  const formation = match && analysis.gazetteer.formation(formations.get(match[2]!.toLowerCase().replace(/\s+/g, ' ')) ?? '');
  if (!match || !formation || WEAK.test(block.prose.slice(sentence?.start ?? 0, sentence?.end ?? people.mention.span.end))) return undefined;
  const at = block.span.start + start + match.index;
  return { span: { start: at, end: at + match[1]!.length }, formation };
}

const near = (a: ResolvedFigure, b: ResolvedFigure): boolean => b.span.start - a.span.end < 25;

function together(analysis: Analysis, first: ResolvedFigure, second: ResolvedFigure): boolean {
  if (first.block !== second.block || first.tabular || second.tabular || first.mention.vague || second.mention.vague) return false;
  if (first.mention.part || second.mention.part || first.mention.status === 'denied' || (first.force !== undefined && second.force !== undefined && first.force !== second.force)) return false;
  if (first.scope !== undefined && second.scope !== undefined && first.scope !== second.scope) return false;
  const between = analysis.document.addresses.slice(first.span.end, second.span.start);
  if (between.length > FAR || /[.;:!?]\s/.test(between) || APART.test(between)) return false;
  const sentence = analysis.blockOf(first).sentences.find(s => s.start <= first.mention.span.start && second.mention.span.end <= s.end);
  if (!sentence && analysis.blockOf(first).sentences.length > 0) return false;
  const at = analysis.blockOf(first).span.start;
  return !WEAK.test(analysis.document.addresses.slice(at + (sentence?.start ?? 0), at + (sentence?.end ?? second.mention.span.end)));
}

const shown = (value: number): string => numberLike(value, '1,000');

function report(analysis: Analysis, units: Span, people: ResolvedFigure, formation: Formation, least: number, most: number): Report {
  const [low, high] = formation.typical;
  const name = formation.plural[0] ?? `${formation.names[0] ?? formation.id}s`;
  return {
    span: people.span,
    message: (least === low && most === high
      ? `${textOf(analysis, units)} would have ${shown(least)}-${shown(most)} before support troops `
      : `${textOf(analysis, units)} at ${shown(low)}-${shown(high)} each would be ${shown(least)}-${shown(most)} before support troops `) +
      `(typical ${name}: ${recordOf(analysis, formation.sources, formation)}).`,
    related: [{ span: units, message: `${textOf(analysis, units)}, line ${lineOf(analysis, units.start)}.` }],
    fixes: [goTo(analysis, 'Go to the formations', units)],
  };
}
