import type { CastMember, Reading, Span } from '../../../chancery';

/** A line of a list beside the text, before it becomes a tree item. */
export interface Row {
  /** Keeps what is folded out from one refresh to the next. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** In words, for tooltips and screen readers. */
  readonly said: string;
  readonly icon?: string;
  /** Id of a theme colour for the icon. */
  readonly colour?: string;
  /** Where a click goes, one after the other. */
  readonly places: readonly Span[];
  readonly rows: readonly Row[];
  /** Fold the row out at first. */
  readonly open?: boolean;
  /** The record whose card is the tooltip. */
  readonly record?: string;
  /** Key of the mark that dots it by hand. */
  readonly mark?: string;
  /** What menus of the row go by. */
  readonly kind: 'group' | 'person' | 'place' | 'subject' | 'figure' | 'day' | 'confirmed' | 'contradicted' | 'open' | 'dotted';
}

const WARNING = { icon: 'warning', colour: 'list.warningForeground' };
const STANDING: Readonly<Record<CastMember['standing'], { readonly icon: string; readonly colour?: string }>> = {
  'in-post': { icon: 'pass', colour: 'testing.iconPassed' }, 'other-time': { icon: 'history' }, unknown: { icon: 'question' }, disputed: WARNING,
};

const counted = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;
const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(p => p !== undefined && p !== '').join(' · ');

/** The words around a place, on one line. */
function around(reading: Reading, span: Span): string {
  const line = reading.lines.lineAt(span.start);
  const from = Math.max(reading.lines.startOf(line), span.start - 40);
  const words = reading.text.slice(from, Math.min(reading.lines.startOf(line) + reading.lines.textOf(line).length, span.end + 60));
  return `${from > reading.lines.startOf(line) ? '…' : ''}${words.trim()}`;
}

function placeRow(reading: Reading, id: string, span: Span): Row {
  const line = reading.lines.lineAt(span.start) + 1;
  const words = around(reading, span);
  return { id, label: words, description: `line ${line}`, said: `Line ${line}: ${words}`, places: [span], rows: [], kind: 'place' };
}

export function castRows(reading: Reading): Row[] {
  return reading.cast.map((group): Row => {
    const id = `cast ${group.id ?? group.name}`;
    const total = group.members.reduce((sum, m) => sum + m.places.length, 0);
    return {
      id, label: group.name, description: group.members.length > 0 ? counted(total, 'mention') : counted(group.places.length, 'mention'), kind: 'group', open: group.members.length > 0,
      said: `${group.name}, ${group.members.length > 0 ? counted(group.members.length, 'person', 'people') : counted(group.places.length, 'mention')}`,
      places: group.places, ...(group.id === undefined ? {} : { record: group.id }), icon: group.members.length > 0 ? 'organization' : 'home',
      rows: group.members.map(member => memberRow(reading, id, member)),
    };
  });
}

function memberRow(reading: Reading, group: string, member: CastMember): Row {
  const id = `${group} ${member.id ?? member.name}`;
  const told = member.standing === 'in-post' ? undefined : member.said;
  const disputed = member.standing === 'disputed' ? ', the text says otherwise than the records' : '';
  return {
    id, label: member.name, description: joined(String(member.places.length), member.office, told), kind: 'person',
    said: `${member.name}, ${joined(member.office, member.said, counted(member.places.length, 'mention')).replace(/ · /g, ', ')}${disputed}`,
    ...STANDING[member.standing], places: member.places, ...(member.id === undefined ? {} : { record: member.id }),
    rows: member.places.map((span, i) => placeRow(reading, `${id} ${i}`, span)),
  };
}

export function figureRows(reading: Reading): Row[] {
  return reading.subjects.map((subject): Row => {
    const id = `figure ${subject.key}`;
    const sources = subject.sources === 0 ? 'no source' : counted(subject.sources, 'source');
    return {
      id, label: subject.name, description: joined(subject.range, sources), kind: 'subject', places: subject.entries.map(e => e.span), open: subject.apart,
      said: `${subject.name}: ${subject.range}, ${sources}${subject.apart ? ', figures that do not fit' : ''}`, ...(subject.apart ? WARNING : { icon: 'graph-line' }),
      rows: subject.entries.map((entry, i): Row => {
        const told = joined(entry.source ?? 'no source', entry.dated ? entry.date : entry.date === '' ? 'no date' : `${entry.date}, as the note`, entry.status === 'actual' ? undefined : entry.status);
        return {
          id: `${id} ${i}`, label: entry.text, description: told, said: `${entry.text}, ${told.replace(/ · /g, ', ')}${entry.apart ? ', does not fit another figure here' : ''}`, kind: 'figure',
          ...(entry.apart ? WARNING : { icon: 'circle-small-filled' }), places: [entry.span], rows: [],
        };
      }),
    };
  });
}

export function timelineRows(reading: Reading): Row[] {
  const { entries, undated } = reading.timeline;
  const rows = entries.map((entry): Row => {
    const id = `day ${entry.first} ${entry.last}`;
    const told = joined(entry.own ? 'this note' : undefined, entry.event, entry.event === undefined && !entry.own ? entry.places[0]?.sentence : undefined);
    return {
      id, label: entry.date, description: told, said: `${entry.date}, ${told.replace(/ · /g, ', ')}, ${counted(entry.places.length, 'mention')}`, kind: 'day',
      icon: entry.own ? 'bookmark' : entry.event === undefined ? 'circle-outline' : 'calendar', places: entry.places.map(p => p.span),
      rows: entry.places.length > 1 ? entry.places.map((p, i) => placeRow(reading, `${id} ${i}`, p.span)) : [],
    };
  });
  if (undated.length === 0) return rows;
  return [...rows, {
    id: 'undated', label: 'Figures without a date', description: String(undated.length), said: `Figures without a date, ${undated.length}`, icon: 'question', kind: 'group', places: undated.map(u => u.span),
    rows: undated.map((u, i) => placeRow(reading, `undated ${i}`, u.span)),
  }];
}
