/** What hosts use of this folder, in their terms: texts in, texts and reports out. No I/O, no clock, never throws on input. */
import type { Day } from '../base/edtf';
import type { Compiled, GazetteerFile } from '../gazetteer/compile';
import type { Problem } from '../gazetteer/model';
import { type GazetteerSource, openGazetteer } from '../gazetteer/open';
import { statistics } from '../gazetteer/statistics';
import type { Statistics } from '../gazetteer/statistics';
import { exportCsv } from './csv-export';
import { exportFtm } from './ftm';
import { exportPopolo } from './popolo';

export { planImport } from './importer';
export type { ImportRequest, ImportResult } from './importer';
export { reportText } from './report';
export type { ImportReport } from './report';
export { type Statistics, statisticsText } from '../gazetteer/statistics';

export const EXPORT_FORMATS = ['popolo', 'ftm', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const IMPORT_FORMATS = ['popolo', 'ftm', 'csv', 'wikidata'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The compiled gazetteer (`dist/gazetteer.bin`), and layers over it, lowest first. */
export interface Records {
  readonly gazetteer: GazetteerSource;
  readonly layers?: readonly GazetteerFile[];
}

const EXPORTERS: Readonly<Record<ExportFormat, (data: Compiled) => string>> = { popolo: exportPopolo, ftm: exportFtm, csv: exportCsv };

/** The whole gazetteer, with its layers, in another format. Popolo JSON carries all of it; see the others for what they lose. */
export function exportGazetteer(records: Records, format: ExportFormat): string {
  return EXPORTERS[format](compiledOf(records));
}

/** Counts, and ages seen from a day. */
export function gazetteerStatistics(records: Records, today: Day): Statistics {
  return statistics(compiledOf(records), today);
}

/** Problems of layers, alone and together with the bundled records, and remarks on them as seen on a day. */
export function validateGazetteer(records: Records, today: Day): readonly Problem[] {
  return openGazetteer(records.gazetteer, records.layers ?? [], { today }).problems;
}

/** House styles are those of the bundled records: a layer’s own are not told apart once it is opened. */
function compiledOf(records: Records): Compiled {
  const { gazetteer, profiles } = openGazetteer(records.gazetteer, records.layers ?? [], { remarks: false });
  return { ...gazetteer.data, profiles };
}
