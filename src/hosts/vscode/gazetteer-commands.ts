import * as vscode from 'vscode';
import { EXPORT_FORMATS, type ExportFormat, exportGazetteer, IMPORT_FORMATS, type ImportFormat, isoDay, planImport, reportText, validateGazetteer } from '../../chancery';
import { localDay } from './day';
import type { Engines } from './engines';
import { exists, readText, reasonOf, writeText } from './files';
import { folderOf } from './layers';
import { open, type RecordFiles, textOf } from './record-files';

/** What a caller may give, so that a key binding or a test needs no menu. */
export interface ExchangeRequest {
  readonly format?: ExportFormat | ImportFormat;
  readonly file?: vscode.Uri;
  /** Write what an import plans without asking once more. */
  readonly confirmed?: boolean;
}

const NAMES: Readonly<Record<ImportFormat, { readonly label: string; readonly detail: string; readonly endings: readonly string[] }>> = {
  popolo: { label: 'Popolo JSON', detail: 'the whole of the records', endings: ['json'] },
  ftm: { label: 'FollowTheMoney', detail: 'entities, one JSON object a line', endings: ['ftm.json', 'jsonl', 'json', 'ijson'] },
  csv: { label: 'CSV', detail: 'one row a term of office', endings: ['csv'] },
  wikidata: { label: 'Wikidata', detail: 'entities as JSON, or results of a query as JSON or CSV', endings: ['json', 'csv'] },
};
/** Lines of a report for each kind of thing that became of an input. */
const MOST_LINES = 200;
const MOST_NOTES = 3;

/** The gazetteer as a whole: out, in, looked over, and the writer's own part of it opened. */
export class GazetteerCommands {
  constructor(private readonly engines: Engines, private readonly files: RecordFiles, private readonly storage: vscode.Uri) {}

  async validate(): Promise<void> {
    const records = await this.engines.records(vscode.window.activeTextEditor?.document.uri);
    const problems = validateGazetteer(records, localDay(new Date()));
    await this.engines.openWorkspace();
    const count = `${records.layers.length} ${records.layers.length === 1 ? 'file' : 'files'} of your own`;
    if (records.notes.length > 0) void vscode.window.showWarningMessage(shownNotes(records.notes));
    if (problems.length === 0) {
      void vscode.window.showInformationMessage(records.layers.length === 0 ? 'There are no files of your own to look over: the records that ship with Chancery are in use.' : `No problem in ${count}.`);
    } else {
      const choice = await vscode.window.showWarningMessage(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${count}: ${problems[0]!.message}`, 'Show Problems');
      if (choice) await vscode.commands.executeCommand('workbench.actions.view.problems');
    }
  }

  async export(request: ExchangeRequest = {}): Promise<void> {
    const format = (request.format as ExportFormat | undefined) ?? await pickFormat('Export the gazetteer', EXPORT_FORMATS);
    if (!format) return;
    const { endings, label } = NAMES[format];
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const name = `gazetteer.${endings[0]}`;
    const uri = request.file ?? await vscode.window.showSaveDialog({
      title: `Export as ${label}`, filters: { [label]: [...endings] }, ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    });
    if (!uri) return;
    const done = await busy('Exporting the gazetteer', async () => {
      const records = await this.engines.records(vscode.window.activeTextEditor?.document.uri);
      await writeText(uri, exportGazetteer(records, format));
      return true;
    });
    if (done) this.files.answer(`Exported the gazetteer to ${vscode.workspace.asRelativePath(uri)}`, undefined, () => open(uri));
  }

  /** Shows what an input would bring before anything is written. */
  async import(request: ExchangeRequest = {}): Promise<void> {
    const format = request.format ?? await pickFormat('Import people and bodies', IMPORT_FORMATS);
    if (!format) return;
    const { label, endings } = NAMES[format];
    const uri = request.file ?? (await vscode.window.showOpenDialog({ title: `Import ${label}`, canSelectMany: false, filters: { [label]: [...endings], 'All files': ['*'] } }))?.[0];
    if (!uri) return;
    const target = await this.target();
    const before = await busy(`Reading ${target.shown}`, async () => ({ text: await textOf(target.uri) }));
    if (!before) return;
    const planned = await busy(`Reading ${vscode.workspace.asRelativePath(uri)}`, async () => {
      const records = await this.engines.records(target.uri);
      return planImport(records, {
        format, text: await readText(uri), checked: isoDay(localDay(new Date())),
        target: { path: target.shown, ...(before.text === undefined ? {} : { text: before.text }) },
      });
    });
    if (!planned) return;
    if (!planned.accepted) {
      void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(uri)} was refused, and nothing was written: ${planned.reasons.join(' ')}`);
      return;
    }
    const report = reportText(planned.report, MOST_LINES);
    const summary = report.slice(report.lastIndexOf('\n') + 1);
    if (planned.records.length === 0) {
      await showReport(report);
      void vscode.window.showInformationMessage(`There is nothing new in ${vscode.workspace.asRelativePath(uri)}: ${summary}`);
      return;
    }
    if (!request.confirmed) {
      await showReport(report);
      const choice = await vscode.window.showInformationMessage(`${summary} Write them into ${target.shown}?`, 'Write');
      if (choice !== 'Write') return;
    }
    await busy(`Writing ${target.shown}`, () => this.files.change(target.uri, target.shown, now => {
      if (now !== before.text) throw new Error('The file has changed since it was read, and nothing was written: import again.');
      return { text: planned.text, told: `${summary} Written into ${target.shown}` };
    }));
  }

  /** “My People and Bodies”: the writer's own files of records. */
  async openOwn(where?: 'user' | 'workspace'): Promise<void> {
    const { files } = await this.engines.records(vscode.window.activeTextEditor?.document.uri);
    const user = vscode.Uri.joinPath(this.storage, 'gazetteer', 'own.yaml');
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const workspace = folder && vscode.workspace.isTrusted ? vscode.Uri.joinPath(folder, '.chancery', 'gazetteer', 'own.yaml') : undefined;
    const known = new Map([...files].map(([shown, uri]) => [uri.toString(), { uri, shown }]));
    known.set(user.toString(), { uri: user, shown: 'My own, for all my notes' });
    if (workspace) known.set(workspace.toString(), { uri: workspace, shown: vscode.workspace.asRelativePath(workspace) });
    const items = await Promise.all([...known.values()].map(async one => ({ label: one.shown, description: await exists(one.uri) ? '' : 'new', uri: one.uri })));
    const given = where === 'user' ? user : where === 'workspace' ? workspace : undefined;
    const chosen = given ? { uri: given } : items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { title: 'My People and Bodies', placeHolder: 'Which file?' });
    if (!chosen) return;
    if (!await exists(chosen.uri)) await writeText(chosen.uri, `schema: chancery-gazetteer/1\nchecked: ${isoDay(localDay(new Date()))}\n\n# People, posts and bodies of your own: they lie over those that ship with Chancery.\n`);
    await open(chosen.uri);
  }

  private async target(): Promise<{ uri: vscode.Uri; shown: string }> {
    const active = vscode.window.activeTextEditor?.document.uri;
    const folder = (active && folderOf(active)) ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    if (!folder || !vscode.workspace.isTrusted) return { uri: vscode.Uri.joinPath(this.storage, 'gazetteer', 'imported.yaml'), shown: 'My People and Bodies' };
    const uri = vscode.Uri.joinPath(folder, '.chancery', 'gazetteer', 'imported.yaml');
    return { uri, shown: vscode.workspace.asRelativePath(uri) };
  }
}

async function pickFormat<F extends ImportFormat>(title: string, formats: readonly F[]): Promise<F | undefined> {
  const items = formats.map(format => ({ label: NAMES[format].label, detail: NAMES[format].detail, format }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'In which form?' }))?.format;
}

/** What fits a message. */
function shownNotes(notes: readonly string[]): string {
  return notes.length <= MOST_NOTES ? notes.join(' ') : `${notes.slice(0, MOST_NOTES).join(' ')} And ${notes.length - MOST_NOTES} more.`;
}

async function showReport(report: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'log', content: `${report}\n` });
  await vscode.window.showTextDocument(document, { preview: true });
}

/** Shows progress while something runs; a failure is told to the writer, and nothing comes of it. */
async function busy<T>(title: string, run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, run);
  } catch (problem) {
    void vscode.window.showErrorMessage(`${title}: ${reasonOf(problem)}`);
    return undefined;
  }
}
