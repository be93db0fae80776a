import { INSTRUMENT_KINDS, TITLE_PARTICLES } from '../../english/classes/documents';
import type { Analysis } from '../../analysis/model';
import { type PartialDate, parseDate, writeDate } from '../../base/edtf';
import { shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import { perGazetteer, wordsOf } from '../../english/phrases';
import { atomsOf, type Atom, type Token } from '../../english/tokens';
import { replace } from '../../findings/fixes';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Instrument } from '../../gazetteer/model';
import { INSTRUMENT_WORDS, INSTRUMENTS } from '../../gazetteer/tables/documents';
import { CAPITAL_WORDS } from '../../gazetteer/tables/places';
import { View } from '../../gazetteer/tables/table';
import { defineCheck, type Report } from '../run/check';
import { quote } from '../wording/wording';

/** Names that begin with a word; each with its words. */
const namesOf = perGazetteer((gazetteer: Gazetteer) => new View(gazetteer.table(INSTRUMENT_WORDS), ({ value }): Name => ({ words: wordsOf(value), name: value })));

interface Name {
  readonly words: readonly string[];
  readonly name: string;
}

/** Names that begin with no capital: “14th package”, “first sanctions package”. */
const ORDINAL = /^(?:\d{1,2}(?:st|nd|rd|th)|\p{L}+th|first|second|third)$/u;
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const WHEN = new RegExp(`^(?:,? of (?:the )?|,? signed (?:in|on) |,? adopted (?:in|on) | \\()(?:(\\d{1,2}) )?(?:(${MONTHS}) )?((?:19|20)\\d\\d)\\b`);

/** A treaty, operation or package that is recorded, named one word or one number off; looks at one sentence at a time. */
export const instrumentUnknownForm = defineCheck({
  id: 'instrument-unknown-form',
  group: 'dates',
  title: 'Treaty, operation or package named otherwise',
  severity: 'information',
  options: {},
  look: 'block',
  *run(analysis: Analysis): Iterable<Report> {
    const { gazetteer } = analysis;
    const instruments = gazetteer.table(INSTRUMENTS);
    const names = namesOf(gazetteer);
    for (const block of analysis.document.blocks) {
      const { tokens } = analysis.factsOf(block);
      if (tokens.length < 2) continue;
      const atoms = atomsOf(tokens);
      const words = atoms.map(atom => atom.folded);
      for (let i = 0; i < atoms.length; i++) {
        if (!tokens[atoms[i]!.token]!.capital && !ORDINAL.test(words[i]!)) continue;
        const exact = instruments.longest(words, i);
        if (exact) {
          const report = dated(analysis, block, { start: atoms[i]!.start, end: atoms[exact.end - 1]!.end }, exact.values.map(({ id }) => gazetteer.instrument(id)!), words.slice(i, exact.end));
          if (report) yield report;
          i = exact.end - 1;
          continue;
        }
        const report = near(block, atoms, tokens, words, i, names.exact([words[i]!]));
        if (report) yield report;
      }
    }
  },
});

function datesOf(instrument: Instrument): PartialDate[] {
  return [instrument.signed, instrument.adopted, instrument.in_force, instrument.ended].filter(date => date !== undefined);
}

/** “the Helsinki Final Act of 1976”: a year in which nothing of it happened. */
function dated(analysis: Analysis, block: Block, name: Span, instruments: readonly Instrument[], words: readonly string[]): Report | undefined {
  const match = WHEN.exec(block.prose.slice(name.end, name.end + 60));
  if (!match) return undefined;
  // “the Paris Agreement” is one of several
  const ofCapital = (word: string): boolean => analysis.gazetteer.table(CAPITAL_WORDS).has([word]);
  if (words.length === 2 && ofCapital(words[0]!) && INSTRUMENT_KINDS.has(words[1]!)) return undefined;
  if (words.length === 3 && words[1] === 'of' && INSTRUMENT_KINDS.has(words[0]!) && ofCapital(words[2]!)) return undefined;
  const known = instruments.flatMap(datesOf);
  const month = match[2] === undefined ? undefined : MONTHS.split('|').indexOf(match[2]) + 1;
  const said = parseDate(month === undefined ? match[3]! : `${match[3]}-${String(month).padStart(2, '0')}`);
  if (!said || known.length === 0 || known.some(date => date.earliest <= said.latest && said.earliest <= date.latest)) return undefined;
  const instrument = instruments[0]!;
  const [verb, when] = instrument.signed ? ['signed', instrument.signed] : ['adopted', instrument.adopted ?? known[0]!];
  const span = shift({ start: name.start, end: name.end + match[0].length }, block.span.start);
  const year = { start: span.end - 4, end: span.end };
  const right = writeDate(when, analysis.profile.dates);
  const began = /^(?:operation|mission|exercise)$/.test(instrument.kind);
  return {
    span, message: `${instrument.kind === 'sanctions' ? `The ${instrument.name}` : instrument.name} ${began ? 'began on' : `was ${verb} on`} ${right}.`,
    fixes: [replace(`Change to ‘${/\d{4}/.exec(right)![0]}’`, year, /\d{4}/.exec(right)![0])],
  };
}

/** A name that differs from a recorded one in one word, and from every other. */
function near(block: Block, atoms: readonly Atom[], tokens: readonly Token[], words: readonly string[], at: number, names: readonly Name[]): Report | undefined {
  for (const { words: name, name: written } of names) {
    if (at + name.length > words.length) continue;
    let off = -1;
    for (let i = 1; i < name.length; i++) {
      if (words[at + i] === name[i]) continue;
      off = off < 0 ? i : name.length;
      if (off === name.length) break;
    }
    if (off < 1 || off >= name.length || TITLE_PARTICLES.has(name[off]!) || !tokens[atoms[at + off]!.token]!.capital) continue;
    const said = words[at + off]!;
    if (said.length < 4 || /^\d/.test(said) || /^\d/.test(name[off]!)) continue;
    const content = name.filter(w => !TITLE_PARTICLES.has(w)).length;
    // Of three words two in common are too few, unless the third is nearly the same
    if (content < 4 && !(said.slice(0, 4) === name[off]!.slice(0, 4))) continue;
    const last = atoms[at + name.length - 1]!;
    const next = atoms[at + name.length];
    if (off === name.length - 1 && next && tokens[next.token]!.capital && /^ $/.test(block.prose.slice(last.end, next.start))) continue;
    // words with anything but spaces between them are no name
    if (/[.;:()]/.test(block.prose.slice(atoms[at]!.start, last.end))) continue;
    const span = shift({ start: atoms[at]!.start, end: last.end }, block.span.start);
    return { span, message: `Recorded is ${quote(written)}; here ${quote(block.prose.slice(atoms[at]!.start, last.end))}. Is that meant?`, fixes: [replace(`Change to ${quote(written)}`, span, written)] };
  }
  return undefined;
}

