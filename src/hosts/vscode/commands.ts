import * as vscode from 'vscode';
import type { AddRecord, AddRequest } from './add-record';
import type { Choices } from './choices';
import type { Engines } from './engines';
import type { Exception } from './exceptions-file';
import type { CheckAll } from './folder/check-all';
import { goTo, goToNext, showMore } from './more';
import type { Dots } from './views/dots';
import { insertPerson } from './views/insert-person';
import type { Row } from './views/rows';
import type { ExchangeRequest, GazetteerCommands } from './gazetteer-commands';
import { nextFinding, openRecord, openSample } from './go';
import { insertOfficial } from './insert-official';
import { type BriefingRequest, newBriefing } from './new-briefing';
import type { Pages } from './pages';
import type { Ledger } from './ledger/panel';
import type { Reports } from './report';
import type { Remember, Where } from './remember';
import type { Sections } from './sections';
import type { Session } from './session';
import type { Sessions } from './sessions';
import { type DateRequest, setDate } from './set-date';
import { setHouseStyle, type StyleRequest } from './set-house-style';
import type { Status } from './status';
import { redate, type RedateRequest } from './redate';
import { Walkthrough } from './walkthrough';

export interface Parts {
  readonly extensionUri: vscode.Uri;
  readonly choices: Choices;
  readonly engines: Engines;
  readonly sessions: Sessions;
  readonly sections: Sections;
  readonly pages: Pages;
  readonly status: Status;
  readonly dots: Dots;
  readonly checkAll: CheckAll;
  readonly reports: Reports;
  readonly ledger: Ledger;
  readonly remember: Remember;
  readonly records: AddRecord;
  readonly gazetteer: GazetteerCommands;
}

/** The commands of the palette, and those that cards, findings and menus run. */
export function registerCommands(parts: Parts): vscode.Disposable[] {
  const { sessions, sections, pages, status, dots, checkAll, reports, ledger, remember, records, gazetteer, choices, engines, extensionUri } = parts;
  const walkthrough = new Walkthrough(sessions, extensionUri);
  const register = (id: string, run: (...args: never[]) => unknown): vscode.Disposable => vscode.commands.registerCommand(`chancery.${id}`, run);
  /** For the document in the editor; says so where there is none. */
  const here = (run: (session: Session, ...args: never[]) => unknown) => (...args: never[]): unknown => {
    const session = sessions.active();
    if (session) return run(session, ...args);
    void vscode.window.showInformationMessage('Open a briefing first: Markdown or plain text.');
    return undefined;
  };
  const insertSection = async (prefix: string | undefined): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (editor) await sections.insert(editor, await sessions.of(editor.document)?.current(), prefix);
  };
  const at = <A extends unknown[]>(run: (session: Session, ...args: A) => unknown) => (uri: string, ...args: A): unknown => {
    const session = sessions.byUri(uri);
    return session && run(session, ...args);
  };
  return [
    register('checkDocument', here(session => checkDocument(session, choices))),
    register('checkAll', () => checkAll.run()),
    register('report', here(session => reports.page(session))),
    register('reportMarkdown', here(session => reports.document(session))),
    register('ledger', () => ledger.open()),
    register('nextFinding', here(nextFinding)),
    register('setDate', here((session, request?: DateRequest) => setDate(session, choices, requestOf(request)))),
    register('redate', here((session, request?: RedateRequest) => redate(session, request !== null && typeof request === 'object' && 'to' in request ? request : undefined))),
    register('setHouseStyle', here((session, request?: StyleRequest) => setHouseStyle(session, requestOf(request)))),
    register('addToGazetteer', here((session, request?: AddRequest) => records.add(session, request && 'record' in request ? request : undefined))),
    register('correctRecord', here(session => records.correct(session))),
    register('insertOfficial', here((session, id?: unknown) => insertOfficial(session, typeof id === 'string' ? id : undefined))),
    register('openOwnRecords', (where?: unknown) => gazetteer.openOwn(where === 'user' || where === 'workspace' ? where : undefined)),
    register('validateGazetteer', () => gazetteer.validate()),
    register('exportGazetteer', (request?: ExchangeRequest) => gazetteer.export(exchangeOf(request))),
    register('importGazetteer', (request?: ExchangeRequest) => gazetteer.import(exchangeOf(request))),
    register('newBriefing', (request?: BriefingRequest) => newBriefing(sections, sessions, request !== null && typeof request === 'object' && 'kind' in request ? request : {})),
    register('insertSection', (prefix?: unknown) => insertSection(typeof prefix === 'string' ? prefix : undefined)),
    register('insertFigure', () => insertSection('estimate')),
    register('insertCastList', () => insertSection('participants')),
    register('insertAbbreviations', () => insertSection('abbr')),
    register('openSample', async () => {
      await openSample(extensionUri);
    }),
    register('statusMenu', () => status.menu()),
    register('openCheck', (check: unknown) => pages.open(check)),
    register('openRecord', (file: unknown, line: unknown) => openRecord(engines, file, line)),
    register('more', at((session, span: { start: number; end: number }) => showMore(session, span, remember))),
    register('goTo', at((session, span: { start: number; end: number }) => goTo(session, span))),
    register('goToNext', at((session, spans: readonly { start: number; end: number }[]) => goToNext(session, spans))),
    register('insertPerson', (row?: Row) => insertPerson(sessions, row)),
    register('showDots', () => dots.toggle()),
    register('hideDots', () => dots.toggle()),
    register('dot', (row?: Row) => dots.dot(row !== null && typeof row === 'object' && 'mark' in row ? row : undefined)),
    register('checkSheet', () => vscode.commands.executeCommand('chancery.sheet.focus')),
    register('remember', at((session, exception: Exception, where?: Where) => remember.add(session.document, exception, where))),
    register('walkthrough.hover', () => walkthrough.hover()),
    register('walkthrough.fix', () => walkthrough.fix()),
  ];
}

/** A command may be run from a menu, which gives its own arguments. */
function requestOf<T extends object>(given: T | undefined): T | undefined {
  return given !== null && typeof given === 'object' && ('day' in given || 'write' in given || 'style' in given || 'where' in given) ? given : undefined;
}

function exchangeOf(given: ExchangeRequest | undefined): ExchangeRequest {
  return given !== null && typeof given === 'object' && ('format' in given || 'file' in given) ? given : {};
}

/** Checks what is in the editor, also where it was told not to: the command is the writer's newer answer. */
async function checkDocument(session: Session, choices: Choices): Promise<void> {
  const { uri } = session.document;
  if (choices.checkOf(uri) === 'none') await choices.setCheck(uri, 'all');
  let reading = await session.check();
  if (reading?.standing === 'other') {
    await choices.setCheck(uri, 'all');
    reading = await session.check();
  }
  if (session.state.kind === 'too-large') {
    void vscode.window.showInformationMessage(`This document is larger than ${session.settings.maxFileSizeKB} KB and was not checked (setting chancery.maxFileSizeKB).`);
  } else if (session.state.kind === 'failed') {
    void vscode.window.showErrorMessage(`Chancery could not check this document: ${session.state.reason}`);
  }
}
