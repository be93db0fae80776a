import { partyOver } from './figure-parties';
import type { Sentence, UnitPhrase } from './figure-units';
import { COMPONENTS, PERSONNEL } from './figure-words';
import type { Amount } from './numbers';

/** Nouns that stand for all troops of a side: the number after them counts people. */
const BODIES = /^(?:forces?|army|garrison|contingent|grouping|build-up|buildup|deployment|presence|strength|numbers?|levels?|ceiling|headcount|manpower|military|corps|mission|militia|end-strength|size|peacekeeping)$/;
const TROOPY = /^(?:troops?|military|army|soldiers?|personnel|peacekeeping|ground|naval|air|combat|garrison|forces?|deployment|strength|force)$/;
const NO_TROOPS = /^(?:people|refugees|civilians|percent|per|deaths|tons|tonnes|dollars|euros|members|states|countries|words|pages|%)$/;
const NUMBERING = /^(?:numbering|numbers|number|numbered|totals|totalling|totaling|totalled|totaled|reached|reaches|reach|exceed|exceeds|exceeded|comprises|comprised|comprising|grew|rose|swelled|fell|dropped|shrank|increased|decreased)$/;
const COUNTED = /^(?:put|puts|putting|estimate|estimates|estimated|assess|assesses|assessed|count|counts|counted|stand|stands|stood|remain|remains|remained|placed|place|caps|cap|capped|limits|limit|limited|set|kept|held|peaked)$/;
const AFTER = /^(?:in|near|at|along|on|around|inside|by|from|as|with|and|or|but|this|last|for|before|after|since|is|was|were|are|had|have|including|today|now|over|while|when|to|up|down|of|then|according|within|more|soldiers)$/;

/** Whether no noun of its own follows a number. */
export function bare(sentence: Sentence, amount: Amount): boolean {
  const next = sentence.lexemes[amount.to];
  if (!next) return true;
  if (next.kind === 'mark') return !/^[-–—‐‑%/$€£]$/.test(next.word) || next.start > sentence.lexemes[amount.to - 1]!.end;
  return next.kind === 'word' && AFTER.test(next.word);
}

/**
 * The noun before a number that counts it: “put Russian forces near Ukraine at 70,000”, “troop numbers rose to
 * 130,000”, “a build-up of some 130,000”. `from` is the noun’s lexeme.
 */
export function unitBefore(sentence: Sentence, amount: Amount, earliest: number): (UnitPhrase & { readonly from: number }) | undefined {
  const { words } = sentence;
  const joint = words[amount.from - 1] ?? '';
  const collected = joint === 'of' && BODIES.test(words[amount.from - 2] ?? '') && !NO_TROOPS.test(words[amount.to] ?? '');
  if (!(bare(sentence, amount) || collected) || amount.value < 100) return undefined;
  const start = Math.max(earliest, amount.from - 16);
  let linked = NUMBERING.test(joint) || joint === 'of';
  if (joint === 'at') for (let i = start; i < amount.from - 1; i++) if (COUNTED.test(words[i]!)) linked = true;
  if (joint === 'to' || joint === 'from' || joint === 'by' || joint === 'over') {
    for (let i = start; i < amount.from - 1; i++) {
      if (isChange(words[i]!) || NUMBERING.test(words[i]!)) linked = true;
    }
    // “its forces to 300,000”
    if (joint === 'to' && (PERSONNEL.has(words[amount.from - 2] ?? '') || BODIES.test(words[amount.from - 2] ?? ''))) linked = linked || /^(?:raise|bring|bringing|expand)/.test(words[amount.from - 4] ?? '');
  }
  if (joint === ':' && labelled(sentence, amount, earliest)) linked = true;
  if (!linked) return undefined;
  for (let i = amount.from - 2; i >= start; i--) {
    const word = words[i]!;
    if (/^[;:“”"]$/.test(word) && !(joint === ':' && i === amount.from - 1)) return undefined;
    const kind = word === 'men' || word === 'fighters' ? undefined : PERSONNEL.get(word);
    const previous = words[i - 1] ?? '';
    const collective = BODIES.test(word) && (TROOPY.test(word) || TROOPY.test(previous) || sided(sentence, i));
    if (kind === undefined && !collective) continue;
    if (joint === 'of' && i !== amount.from - 2) return undefined;
    let component = kind ?? 'total';
    for (let k = Math.max(start, i - 3); k < i; k++) component = COMPONENTS.get(words[k]!) ?? component;
    const side = sided(sentence, i);
    return { from: i, to: amount.to, unit: 'personnel', component: component === 'combat' ? 'total' : component, part: false, ...(side !== undefined ? { force: side } : {}) };
  }
  return undefined;
}

/** “US troops in Japan: 54,000”: a line that is a label and its number, with no verb in it. */
function labelled(sentence: Sentence, amount: Amount, earliest: number): boolean {
  const { lexemes, words } = sentence;
  if (earliest > 0 || amount.from > 12 || lexemes.slice(amount.to).some(l => l.kind !== 'mark')) return false;
  return !words.slice(0, amount.from - 1).some(w => /^(?:[;:,.]|is|are|was|were|has|have|had|said|says|will|would)$/.test(w));
}

/** The state whose adjective or possessive stands within three words before a noun. */
function sided(sentence: Sentence, noun: number): string | undefined {
  for (let i = noun - 1; i >= Math.max(0, noun - 5); i--) {
    const party = sentence.partyAt.get(i);
    if (!party || !(party.possessive || party.form !== 'state-name') || party.to > noun || noun - party.to > 3) continue;
    const other = sentence.words[i - 1] === 'and' ? partyOver(sentence.parties, i - 2) : undefined;
    return other ? [other.id, party.id].sort().join('+') : party.id;
  }
  return undefined;
}

/** Verbs and nouns of change: “from a to b” beside one gives two values, no range. */
const CHANGE = new Set(('rose risen rise rises rising grew grow grows grown growing increased increase increases increasing fell fall falls fallen falling dropped drop drops dropping declined decline ' +
  'declines cut cuts cutting reduced reduce reduces reduction expanded expand expands expanding swelled swell swollen jumped jump raised raise raises raising lowered lower shrank shrunk shrink up down ' +
  'doubled double doubling doubles tripled triple tripling halved halve halving quadrupled climbed climb went gone grew surged slashed boosted boost trimmed changed went strengthened scaled scale bring brought bringing').split(' '));
export function isChange(word: string): boolean {
  return CHANGE.has(word);
}
