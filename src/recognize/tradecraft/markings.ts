import type { Span } from '../../base/span';
import { levelsOf, PORTION_CODES, portionLevels } from './marking-words';
import type { BlockText, MarkingMention, MarkingProblem } from '../model';

const PREFILTER = /TLP|Tlp|tlp|SECRET|RESTRICTED|CONFIDENTIAL|UNCLASSIFIED|OFFICIAL|PROTECT|CONTROLLED|[([](?:TS|CTS|CUI|SBU|FOUO|NU|NR|NC|NS|OS|O-S|U|C|S|O)\b/;
const PORTION = new RegExp(`^\\s*(?:\\d{1,3}[.)]\\s*|[a-z][.)]\\s*)?([(\\[](${PORTION_CODES})(//?[^()\\[\\]]{1,60})?[)\\]])(?=\\s|$)(?!(?<=\\([Cc]\\))\\s+(?:19|20)\\d{2},?\\s+\\p{Lu})`, 'u');
const BANNER = /^[\s*_#>/]*((?:UK |NATO |COSMIC )?(?:TOP[ -]SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|OFFICIAL(?: ?[-–:]? ?SENSITIVE)?|PROTECT|CUI|CONTROLLED UNCLASSIFIED INFORMATION|SENSITIVE BUT UNCLASSIFIED|FOR OFFICIAL USE ONLY)(?:(?:\s*\/{1,2}\s*|\s+[-–—]\s+|\s+)[A-Z][A-Z ,/+-]{0,80})?)[\s*_/]*$/;
const TLP = /\b(TLP|Tlp|tlp)(\s*[:\-–]?\s*)(RED|AMBER|GREEN|CLEAR|WHITE|YELLOW|ORANGE|BLUE|BLACK|PURPLE|Red|Amber|Green|Clear|White|Yellow|Orange|red|amber|green|clear|white)(?:(\s*\+\s*|-|\s+)(STRICT|Strict|strict))?(?![\p{L}\d])/gu;
const NATO_LEVELS = /\b(?:NATO[\s-]+TOP[\s-]+SECRET|COSMIC[\s-]+(?:TOP[\s-]+SECRET|SECRET|CONFIDENTIAL|RESTRICTED)|NATO-(?:UNCLASSIFIED|RESTRICTED|CONFIDENTIAL|SECRET))\b/g;
const UK_RETIRED = /\bUK[\s-]+(?:RESTRICTED|PROTECT|CONFIDENTIAL|UNCLASSIFIED)\b|\bNOT PROTECTIVELY MARKED\b/g;
const UK_SENSITIVE = /\bOFFICIAL(?:\s+|\s*[–:]\s*|\s+-\s*|-\s+)SENSITIVE\b/g;
/** A block has at most one banner and one portion mark, found first. */
const HEADS = 2;
const TLP_LABELS = new Set(['RED', 'AMBER', 'GREEN', 'CLEAR']);

/** Markings of one block: portion marks before its text, a line that is nothing else, and labels in the text that no scheme has. */
export function recognizeMarkings(text: BlockText): MarkingMention[] {
  const { prose, block } = text;
  if (!PREFILTER.test(prose)) return [];
  const found: MarkingMention[] = [];
  const banner = block.kind === 'paragraph' || block.kind === 'heading' ? BANNER.exec(prose) : null;
  if (banner) {
    const start = prose.indexOf(banner[1]!);
    const marking = banner[1]!.trimEnd();
    found.push({ span: { start, end: start + marking.length }, place: 'banner', levels: levelsOf(marking), ...bannerProblem(marking) });
  }
  const portion = PORTION.exec(prose);
  if (portion) {
    const start = portion[0].length - portion[1]!.length;
    const slash = portion[3] !== undefined && !portion[3].startsWith('//');
    found.push({
      span: { start, end: portion[0].length }, place: 'portion', levels: portionLevels(portion[2]!),
      ...(slash ? { problem: 'us-slash' as const, correct: portion[1]!.replace('/', '//') } : {}),
    });
  }
  for (const m of prose.matchAll(TLP)) add(found, tlp(m, block.kind === 'heading' || banner !== null));
  for (const m of prose.matchAll(NATO_LEVELS)) add(found, nato(m));
  for (const m of prose.matchAll(UK_RETIRED)) add(found, labelled(m, 'uk-retired', undefined));
  for (const m of prose.matchAll(UK_SENSITIVE)) add(found, labelled(m, 'uk-form', 'OFFICIAL-SENSITIVE'));
  return found;
}

/** A label in the text; where a banner has the same words with the same trouble, that is enough. */
function add(found: MarkingMention[], mention: MarkingMention | undefined): void {
  if (!mention) return;
  const there = found.slice(0, HEADS).findIndex(f => f.place !== 'text' && f.span.start <= mention.span.start && mention.span.end <= f.span.end);
  if (there < 0) found.push(mention);
  else if (mention.problem && !found[there]!.problem) found[there] = { ...mention, place: found[there]!.place };
}

function labelled(m: RegExpExecArray, problem: MarkingProblem, correct: string | undefined): MarkingMention {
  return { span: spanOf(m), place: 'text', levels: correct ? levelsOf(correct) : {}, problem, ...(correct ? { correct } : {}) };
}

function spanOf(m: RegExpExecArray): Span {
  return { start: m.index, end: m.index + m[0].length };
}

function bannerProblem(marking: string): { problem?: MarkingProblem; correct?: string } {
  if (/^(?:TOP SECRET|SECRET|CONFIDENTIAL)\s*\/\s*[A-Z]/.test(marking)) return { problem: 'us-slash', correct: marking.replace(/\s*\/\s*/, '//') };
  if (/^(?:RESTRICTED|PROTECT)\b/.test(marking)) return { problem: 'uk-retired' };
  return {};
}

function tlp(m: RegExpExecArray, line: boolean): MarkingMention | undefined {
  const [whole, prefix, separator, colour, , strict] = m as unknown as [string, string, string, string, string?, string?];
  const upper = colour.toUpperCase();
  const capitals = colour === upper && prefix === 'TLP';
  // “TLP green” in running text needs its colon to be meant as a label
  if (!separator.includes(':') && !capitals && !line) return undefined;
  if (separator === '' && !capitals) return undefined;
  const known = upper === 'WHITE' ? 'CLEAR' : upper;
  if (!TLP_LABELS.has(known)) return labelled(m, 'tlp-unknown', undefined);
  const withStrict = strict !== undefined && known === 'AMBER' && (strict === 'STRICT' || m[4] !== ' ');
  const correct = `TLP:${known}${withStrict ? '+STRICT' : ''}`;
  const span = strict !== undefined && !withStrict ? { start: m.index, end: m.index + whole.length - strict.length - m[4]!.length } : spanOf(m);
  const written = whole.slice(0, span.end - span.start);
  const levels = levelsOf(correct);
  if (written === correct) return { span, place: 'text', levels };
  return { span, place: 'text', levels, problem: upper === 'WHITE' ? 'tlp-white' : 'tlp-form', correct };
}

function nato(m: RegExpExecArray): MarkingMention | undefined {
  const words = m[0].replace(/[\s-]+/g, ' ');
  const correct = words.endsWith('TOP SECRET') ? 'COSMIC TOP SECRET' : words.replace('COSMIC', 'NATO');
  if (m[0].replace(/\s+/g, ' ') === correct) return { span: spanOf(m), place: 'text', levels: levelsOf(correct) };
  return { span: spanOf(m), place: 'text', levels: levelsOf(correct), problem: words === correct ? 'nato-form' : 'cosmic', correct };
}
