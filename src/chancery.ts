/**
 * The facade: all that a host may import. Plain data in and out; synchronous; no I/O; no clock; never throws on input.
 */
import type { Chancery, Resources, Settings } from './engine/api';
import { openEngine } from './engine/engine';

export type * from './engine/api';
export type { Edit, Finding, Fix, FixAction, Related, Severity } from './findings/finding';
export type { CardPlot, CardRow, Chip, HoverCard } from './features/card';
export type { Problem } from './gazetteer/model';
export type { GazetteerSource } from './gazetteer/open';
export { buildGazetteer } from './gazetteer/build';
export type { About } from './editing/about';
export type { RecordCompletion } from './editing/complete';
export type { RecordEditing, RecordPlace } from './editing/editing';
export type { IdPlace } from './editing/ids';
export type { NewRecord, Office } from './editing/new-record';
export type { RecordChoice, RecordChoices } from './editing/record-choices';
export type { Completion } from './features/complete-text';
export type { FilledSection } from './features/sections/fill';
export type { RecordDraft } from './features/draft';
export type { Official } from './features/officials';
export { type AcrossFinding, type AcrossPlace, findAcross, type NoteDigest } from './features/across/across';
export type { CastGroup, CastMember } from './features/overview/cast';
export type { SheetLine, Verdict } from './features/overview/sheet';
export type { FigureEntry, FigureSubject } from './features/overview/subjects';
export type { Timeline, TimelineEntry, TimelinePlace } from './features/overview/timeline';
export { DARK, ledgerPlot, LIGHT, type PlotColours, type PlotPoint } from './features/overview/ledger-plot';
export { ledgerTable, type ReportLines, reportOf } from './features/report';
export { type ChangeKind, type DateChange, redated, redatedSummary, type RelativeDate } from './features/redate';
export type { Thing } from './features/same';
export type { SourceLink } from './features/source-links';
export type { Span } from './base/span';
export { type Added, addToList, addUnder, yamlScalar } from './yaml/yaml-lists';
export {
  EXPORT_FORMATS, exportGazetteer, type ExportFormat, gazetteerStatistics, IMPORT_FORMATS, type ImportFormat, type ImportReport,
  type ImportRequest, type ImportResult, planImport, reportText, type Statistics, statisticsText, validateGazetteer,
} from './exchange/exchange';
export { LineIndex, type Position } from './base/lines';
export { type Day, isoDay, writeDay } from './base/edtf';
export { visible } from './base/visible';

/** Opens the engine on what the host has read. Problems of layers and exceptions are in `problems`; it does not throw. */
export function createChancery(resources: Resources, settings: Settings = {}): Chancery {
  return openEngine(resources, settings);
}
