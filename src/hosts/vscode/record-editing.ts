import * as vscode from 'vscode';
import { type IdPlace, LineIndex, type RecordCompletion } from '../../chancery';
import { openDocument, rangeOf } from './documents';
import type { Engines, Opened } from './engines';
import { escapeMarkdown } from './escape';
import { readText, yamlBelow } from './files';

const SELECTOR: vscode.DocumentSelector = { language: 'yaml' };
const KINDS: Readonly<Record<RecordCompletion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property, id: vscode.CompletionItemKind.Reference, choice: vscode.CompletionItemKind.EnumMember,
};
/** Ids of records in lower-case letters, digits and hyphens, or a state's two letters. */
const ID = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z]{2})$/;

/** A file of records with its text. */
interface RecordFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** Help with writing files of records and house styles: completion, hover, definitions, references and renaming of ids. */
export class RecordEditor implements vscode.CompletionItemProvider, vscode.HoverProvider, vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.RenameProvider {
  constructor(private readonly engines: Engines) {}

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.languages.registerCompletionItemProvider(SELECTOR, this, ' ', '[', '{'),
      vscode.languages.registerHoverProvider(SELECTOR, this),
      vscode.languages.registerDefinitionProvider(SELECTOR, this),
      vscode.languages.registerReferenceProvider(SELECTOR, this),
      vscode.languages.registerRenameProvider(SELECTOR, this),
    );
  }

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionList | undefined> {
    const opened = await this.opened(document);
    if (!opened) return undefined;
    const offers = opened.chancery.records.complete(document.getText(), document.offsetAt(position));
    const items = offers.map((offer, i) => itemOf(document, offer, i));
    // ids are cut to the most likely: typing on asks again
    return new vscode.CompletionList(items, offers.some(o => o.kind === 'id'));
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const opened = await this.opened(document);
    const about = opened?.chancery.records.aboutAt(document.getText(), document.offsetAt(position));
    if (!about) return undefined;
    const text = [`**${escapeMarkdown(about.title)}**`, ...about.lines.map(line => escapeMarkdown(line))].join('  \n');
    return new vscode.Hover(new vscode.MarkdownString(text), rangeOf(document, about.span));
  }

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location | undefined> {
    const opened = await this.opened(document);
    const id = opened?.chancery.records.idAt(document.getText(), document.offsetAt(position));
    if (!opened || !id) return undefined;
    const place = opened.chancery.records.placeOf(id.id, id.targets);
    if (place) {
      const uri = await this.engines.fileOf(place.file);
      return uri && new vscode.Location(uri, new vscode.Position(Math.max(0, place.line - 1), 0));
    }
    // sources and house styles keep no line: their own file tells
    const [first] = (await this.places(opened, id, true)).filter(p => p.place.declares);
    return first && new vscode.Location(first.uri, first.range);
  }

  async provideReferences(document: vscode.TextDocument, position: vscode.Position, context: vscode.ReferenceContext): Promise<vscode.Location[]> {
    const opened = await this.opened(document);
    const id = opened?.chancery.records.idAt(document.getText(), document.offsetAt(position));
    if (!opened || !id) return [];
    const places = await this.places(opened, id, true);
    return places.filter(p => context.includeDeclaration || !p.place.declares).map(p => new vscode.Location(p.uri, p.range));
  }

  async prepareRename(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Range> {
    const { id } = await this.renamed(document, position);
    return rangeOf(document, id.span);
  }

  async provideRenameEdits(document: vscode.TextDocument, position: vscode.Position, newName: string): Promise<vscode.WorkspaceEdit> {
    if (!ID.test(newName)) throw new Error('An id has lower-case letters, digits and hyphens: fr-martin-anne.');
    const { opened, id } = await this.renamed(document, position);
    if (opened.chancery.records.placeOf(newName, id.targets)) throw new Error(`The id ‘${newName}’ is taken.`);
    const edit = new vscode.WorkspaceEdit();
    for (const { uri, range } of await this.places(opened, id, false)) edit.replace(uri, range, newName);
    return edit;
  }

  /** @throws if there is no id, or one of a record that ships with the extension */
  private async renamed(document: vscode.TextDocument, position: vscode.Position): Promise<{ opened: Opened; id: IdPlace }> {
    const opened = await this.opened(document);
    const id = opened?.chancery.records.idAt(document.getText(), document.offsetAt(position));
    if (!opened || !id) throw new Error('There is no id here.');
    const shipped = (await this.bundled(id.id)).some(file => opened.chancery.records.idsIn(file.text).some(i => i.declares && same(i, id)));
    if (shipped) throw new Error(`‘${id.id}’ is a record that ships with Chancery: its id stays.`);
    return { opened, id };
  }

  private async opened(document: vscode.TextDocument): Promise<Opened | undefined> {
    return this.engines.isRecordFile(document.uri) ? this.engines.for(document.uri) : undefined;
  }

  /** Where an id stands in the layers, and in the records that ship with the extension. */
  private async places(opened: Opened, id: IdPlace, bundled: boolean): Promise<{ uri: vscode.Uri; range: vscode.Range; place: IdPlace }[]> {
    const layers = await Promise.all([...opened.files.values()].map(async uri => ({ uri, text: openDocument(uri)?.getText() ?? await readText(uri) })));
    const found: { uri: vscode.Uri; range: vscode.Range; place: IdPlace }[] = [];
    for (const { uri, text } of [...layers, ...(bundled ? await this.bundled(id.id) : [])]) {
      const lines = new LineIndex(text);
      for (const place of opened.chancery.records.idsIn(text)) {
        if (same(place, id)) found.push({ uri, range: rangeIn(lines, place.span), place });
      }
    }
    return found;
  }

  /** Files that ship with the extension and have a text. */
  private async bundled(text: string): Promise<readonly RecordFile[]> {
    const files = await Promise.all((await yamlBelow(this.engines.shipped)).map(async uri => ({ uri, text: await readText(uri) })));
    return files.filter(file => file.text.includes(text));
  }
}

function same(a: IdPlace, b: IdPlace): boolean {
  return a.id === b.id && a.targets.some(t => b.targets.includes(t));
}

function rangeIn(lines: LineIndex, span: IdPlace['span']): vscode.Range {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function itemOf(document: vscode.TextDocument, offer: RecordCompletion, order: number): vscode.CompletionItem {
  const item = new vscode.CompletionItem(offer.detail && offer.kind === 'id' ? { label: offer.label, description: offer.detail } : offer.label, KINDS[offer.kind]);
  item.range = rangeOf(document, offer.span);
  item.insertText = offer.insert;
  item.sortText = String(order).padStart(4, '0');
  item.filterText = offer.kind === 'id' ? `${offer.label} ${offer.detail ?? ''}` : offer.label;
  if (offer.detail && offer.kind !== 'id') item.detail = offer.detail;
  if (offer.about) item.documentation = offer.about;
  if (offer.kind === 'key') item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
  return item;
}
