import type { Analysis } from '../analysis/model';
import { writeDate } from '../base/edtf';
import { shift, type Span } from '../base/span';
import { councilYear } from '../checks/documents/council-numbers';
import type { Block } from '../document/model';
import { atomsOf } from '../english/tokens';
import type { Instrument } from '../gazetteer/model';
import { INSTRUMENTS, RESOLUTIONS } from '../gazetteer/tables/documents';
import type { CardRow, HoverCard } from './card';
import { recordOf } from './person-card';

const COUNCIL = /(?:\b(?:resolutions?|UNSCR|UNSC|SCR)\s+(?:no\.?\s+)?|\bS\/RES\/)(\d{1,4})(?![\d/-])/gi;
const ASSEMBLY = /(?:\bresolutions?\s+|\bA\/RES\/|\b(?=ES-))((?:ES-)?\d{1,3}\/\d{1,4}|\d{3,4}\s?\([IVXLC]+\))/gi;
/** A body that numbers its own resolutions, named before the number. */
const OTHERS = /\b(?:parliament|house|senate|congress|human rights council|board|conference|ministerial|league|commission)\b[^.;:]{0,30}$/i;

/** The card of a resolution, treaty, operation or package that is named at an offset: what it is, when, by which vote. */
export function instrumentCard(analysis: Analysis, offset: number): HoverCard | undefined {
  const block = analysis.document.blocks.find(b => b.span.start <= offset && offset < b.span.end);
  if (!block) return undefined;
  const at = offset - block.span.start;
  return resolutionCard(analysis, block, at) ?? namedCard(analysis, block, at);
}

function resolutionCard(analysis: Analysis, block: Block, at: number): HoverCard | undefined {
  for (const [pattern, body] of [[COUNCIL, 'un-security-council'], [ASSEMBLY, 'un-general-assembly']] as const) {
    for (const match of block.prose.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (at < span.start || at >= span.end || OTHERS.test(block.prose.slice(Math.max(0, span.start - 60), span.start))) continue;
      const number = match[1]!.replace(/\s/g, '');
      const known = analysis.gazetteer.table(RESOLUTIONS).exact([body, number])[0];
      const instrument = known && analysis.gazetteer.instrument(known.id);
      if (instrument) return cardOf(analysis, instrument, shift(span, block.span.start));
      const year = body === 'un-security-council' ? councilYear(Number(number)) : undefined;
      if (year !== undefined && Number(number) >= 100) {
        return { kind: 'instrument', span: shift(span, block.span.start), heading: `Security Council resolution ${number}`, subheading: 'Resolution', rows: [{ label: 'Adopted', value: String(year) }], footer: 'by the numbers of each year’s last resolution' };
      }
    }
  }
  return undefined;
}

function namedCard(analysis: Analysis, block: Block, at: number): HoverCard | undefined {
  const atoms = atomsOf(analysis.factsOf(block).tokens);
  const words = atoms.map(atom => atom.folded);
  const table = analysis.gazetteer.table(INSTRUMENTS);
  for (let i = 0; i < atoms.length && atoms[i]!.start <= at; i++) {
    const found = table.longest(words, i);
    if (!found) continue;
    const span: Span = { start: atoms[i]!.start, end: atoms[found.end - 1]!.end };
    const instruments = found.values.map(({ id }) => analysis.gazetteer.instrument(id)!);
    if (at < span.end) return instruments.length === 1 ? cardOf(analysis, instruments[0]!, shift(span, block.span.start)) : undefined;
    i = found.end - 1;
  }
  return undefined;
}

const BEGINS = new Set(['operation', 'mission', 'exercise']);

function cardOf(analysis: Analysis, instrument: Instrument, span: Span): HoverCard {
  const { gazetteer, profile } = analysis;
  const { signed, adopted, in_force: force, ended, votes, place, parties } = instrument;
  const rows: CardRow[] = [];
  const add = (label: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') rows.push({ label, value });
  };
  add('Signed', signed && writeDate(signed, profile.dates));
  add(BEGINS.has(instrument.kind) ? 'Began' : 'Adopted', adopted && writeDate(adopted, profile.dates));
  add('In force', force && writeDate(force, profile.dates));
  add('Ended', ended && writeDate(ended, profile.dates));
  add('Vote', votes && `${votes.for} for, ${votes.against} against, ${votes.abstentions} abstention${votes.abstentions === 1 ? '' : 's'}`);
  add('Place', place);
  add('Parties', parties.map(id => gazetteer.state(id)?.name ?? gazetteer.organization(id)?.name ?? id).join(', '));
  const body = instrument.organization === undefined ? undefined : gazetteer.organization(instrument.organization)?.name;
  const kind = instrument.kind.charAt(0).toUpperCase() + instrument.kind.slice(1);
  return {
    kind: 'instrument', span, heading: instrument.name,
    subheading: [instrument.summary ?? kind, body].filter(t => t !== undefined).join(' · '),
    rows, footer: `checked ${writeDate(instrument.checked, profile.dates)}`, record: recordOf(analysis, instrument),
  };
}
