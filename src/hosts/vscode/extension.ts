import * as vscode from 'vscode';
import { FixProvider } from './actions';
import { AddRecord } from './add-record';
import { Choices } from './choices';
import { registerCommands } from './commands';
import { Diagnostics } from './diagnostics';
import { LANGUAGES } from './documents';
import { Engines } from './engines';
import { reasonOf } from './files';
import { GazetteerCommands } from './gazetteer-commands';
import { CheckAll } from './folder/check-all';
import { NoteIndex } from './folder/note-index';
import { CheckTask } from './folder/task';
import { Ledger } from './ledger/panel';
import { RecordDefinitions } from './go';
import { CardProvider } from './hover';
import { Pages, PAGE_SCHEME } from './pages';
import { extendPreview, type MarkdownIt } from './preview';
import { RecordEditor } from './record-editing';
import { RecordFiles } from './record-files';
import { Remember } from './remember';
import { SameProvider } from './same';
import { Reports } from './report';
import { Sections } from './sections';
import { Sessions } from './sessions';
import { SlashProvider } from './slash-completion';
import { Status } from './status';
import { TextProvider } from './text-completion';
import { Dots } from './views/dots';
import { registerTools } from './tools';
import { PersonDrop } from './views/insert-person';
import { PERSON_MIME } from './views/tree';
import { Views } from './views/views';

/** What other extensions and the tests may ask: plain data. */
export interface ChanceryApi {
  /** VS Code's Markdown preview asks for this. */
  extendMarkdownIt<M extends MarkdownIt>(markdown: M): M;
  /** Checks a document now, shows what is found, and says how it stands; `undefined` if Chancery does not read it. */
  check(document: vscode.TextDocument): Promise<{ readonly standing: string; readonly findings: number } | undefined>;
  /** The status item's words while it is shown. */
  status(): string | undefined;
  /** Hands the panel of figures a message as its page would, and gives what the page shows after it. */
  ledger(message: unknown): Promise<string>;
  /** The rows of a list of the side bar: their words and what stands below them. */
  rows(view: string): readonly ShownRow[];
}

interface ShownRow {
  readonly label: string;
  readonly description?: string;
  readonly said: string;
  readonly rows: readonly ShownRow[];
}

/** Registers what Chancery offers and returns at once: the records are read when the first document needs them. */
export function activate(context: vscode.ExtensionContext): ChanceryApi {
  const { extensionUri } = context;
  const choices = new Choices(context.globalState);
  const engines = new Engines(context);
  const sessions = new Sessions(extensionUri, engines, choices);
  const sections = new Sections(extensionUri);
  const index = new NoteIndex(engines, sessions, choices);
  const checkAll = new CheckAll(index);
  const same = new SameProvider(sessions, index);
  const reports = new Reports(context.workspaceState);
  const ledger = new Ledger(sessions, index);
  const pages = new Pages(extensionUri, reports);
  const status = new Status(sessions, choices);
  const files = new RecordFiles(engines);
  const dots = new Dots(sessions, context.globalState);
  const views = new Views(sessions, [dots.shape]);
  const selector = LANGUAGES.map(language => ({ language }));
  context.subscriptions.push(
    engines, sessions, status, dots, views, index, checkAll, ledger, dots.onDidChange(() => views.refresh()), new Diagnostics(sessions),
    vscode.languages.registerHoverProvider(selector, new CardProvider(sessions)),
    vscode.languages.registerCodeActionsProvider(selector, new FixProvider(sessions), { providedCodeActionKinds: FixProvider.kinds }),
    vscode.languages.registerCompletionItemProvider(selector, new SlashProvider(sessions, sections), '/'),
    vscode.languages.registerCompletionItemProvider(selector, new TextProvider(sessions), ...TextProvider.triggers),
    vscode.languages.registerDocumentHighlightProvider(selector, same),
    vscode.languages.registerReferenceProvider(selector, same),
    vscode.languages.registerRenameProvider(selector, same),
    vscode.languages.registerDocumentLinkProvider(selector, same),
    vscode.languages.registerWorkspaceSymbolProvider(same),
    vscode.languages.registerCodeActionsProvider(selector, checkAll, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
    vscode.tasks.registerTaskProvider('chancery', new CheckTask(index, checkAll)),
    vscode.languages.registerDocumentDropEditProvider(selector, new PersonDrop(sessions), { dropMimeTypes: [PERSON_MIME] }),
    vscode.languages.registerDefinitionProvider(selector, new RecordDefinitions(engines, sessions)),
    new RecordEditor(engines).register(),
    ...registerTools(engines),
    vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, pages),
    ...registerCommands({
      extensionUri, choices, engines, sessions, sections, pages, status, dots, checkAll, reports, ledger,
      remember: new Remember(files, context.globalStorageUri), records: new AddRecord(files, context.globalStorageUri),
      gazetteer: new GazetteerCommands(engines, files, context.globalStorageUri),
    }),
  );
  sessions.start();
  engines.openWorkspace().catch(problem => console.error(`Chancery: ${reasonOf(problem)}`));
  return {
    extendMarkdownIt: markdown => extendPreview(markdown, uri => {
      const session = sessions.byUri(uri);
      // places in a text that has moved on would be wrong
      return session?.shown && session.shown.text === session.document.getText() ? { reading: session.shown, findings: session.findings } : undefined;
    }),
    check: async document => {
      const reading = await sessions.of(document)?.check();
      return reading && { standing: reading.standing, findings: reading.findings.length };
    },
    status: () => status.text,
    ledger: async message => {
      await ledger.receive(message);
      return ledger.body;
    },
    rows: view => views.rowsOf(view),
  };
}
