import * as vscode from 'vscode';
import type { Reading } from '../../chancery';
import { readText } from './files';

/** One snippet of `snippets/chancery.code-snippets`. */
export interface Section {
  readonly title: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
}

/** The sections that can be inserted, read from the snippets when they are first asked for. */
export class Sections {
  private read: Promise<readonly Section[]> | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {}

  all(): Promise<readonly Section[]> {
    this.read ??= this.load().catch(problem => {
      this.read = undefined;
      throw problem;
    });
    return this.read;
  }

  private async load(): Promise<readonly Section[]> {
    const text = await readText(vscode.Uri.joinPath(this.extensionUri, 'snippets', 'chancery.code-snippets'));
    const snippets = JSON.parse(text) as Record<string, { prefix: string; description: string; body: string | readonly string[] }>;
    return Object.entries(snippets).map(([title, { prefix, description, body }]) => ({ title, prefix, description, body: typeof body === 'string' ? body : body.join('\n') }));
  }

  /** All sections, each as the note and the records fill it; without a reading as they are. */
  async filled(reading: Reading | undefined): Promise<readonly Section[]> {
    return (await this.all()).flatMap(section => {
      const filled = reading?.fillSection(section.prefix, section.body) ?? [{ body: section.body }];
      return filled.map(({ of, body }) => ({ ...section, title: of === undefined ? section.title : `${section.title}: ${of}`, body }));
    });
  }

  /** Lists the sections by title and inserts the one chosen. @param prefix inserts that one without asking */
  async insert(editor: vscode.TextEditor, reading: Reading | undefined, prefix?: string): Promise<void> {
    const sections = await this.filled(reading);
    const section = prefix === undefined ? await this.pick(sections) : sections.find(s => s.prefix === prefix);
    if (section) await put(editor, section.body);
  }

  private async pick(sections: readonly Section[]): Promise<Section | undefined> {
    const items = sections.map(section => ({ label: section.title, description: section.prefix, detail: section.description, section }));
    return (await vscode.window.showQuickPick(items, { title: 'Insert Section', matchOnDescription: true, matchOnDetail: true }))?.section;
  }
}

async function put(editor: vscode.TextEditor, body: string): Promise<void> {
  const at = editor.selection.active;
  const line = editor.document.lineAt(at.line);
  // a section is not begun inside a line; what is one line is put where the cursor stands
  if (body.includes('\n') && !line.isEmptyOrWhitespace) await editor.insertSnippet(new vscode.SnippetString(`\n\n${body}`), line.range.end);
  else await editor.insertSnippet(new vscode.SnippetString(body), editor.selection);
}
