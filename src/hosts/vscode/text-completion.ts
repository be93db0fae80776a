import * as vscode from 'vscode';
import type { Completion, HoverCard, Reading } from '../../chancery';
import { rangeOf } from './documents';
import { escapeMarkdown } from './escape';
import type { Sessions } from './sessions';

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  person: vscode.CompletionItemKind.User, organization: vscode.CompletionItemKind.Class, place: vscode.CompletionItemKind.Constant,
  figure: vscode.CompletionItemKind.Value, key: vscode.CompletionItemKind.Property, value: vscode.CompletionItemKind.EnumMember,
};

class Item extends vscode.CompletionItem {
  constructor(label: vscode.CompletionItemLabel, kind: vscode.CompletionItemKind, readonly reading: Reading, readonly record: string | undefined) {
    super(label, kind);
  }
}

/** People in office on the note's day, bodies, places, figures; keys and values at the top. The card is made for the one that is looked at. */
export class TextProvider implements vscode.CompletionItemProvider<Item> {
  static readonly triggers = ['@'];

  constructor(private readonly sessions: Sessions) {}

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.CompletionList<Item> | undefined> {
    const session = this.sessions.of(document);
    if (!session?.settings.completionEnabled) return undefined;
    const reading = await session.current();
    if (!reading || token.isCancellationRequested || reading.text !== document.getText()) return undefined;
    if (reading.standing === 'other' && document.uri.scheme !== 'untitled') return undefined;
    const found = reading.completeAt(document.offsetAt(position));
    // the list is cut to what is likeliest: more typed means a new one
    return new vscode.CompletionList(found.map((completion, order) => itemOf(document, reading, completion, order)), true);
  }

  resolveCompletionItem(item: Item): Item {
    const card = item.record === undefined ? undefined : item.reading.cardOf(item.record);
    if (!card) return item;
    item.documentation = new vscode.MarkdownString(narrow(card));
    return item;
  }
}

/** The card for a pane that is half as wide as a hover: a line for each row, no table. */
function narrow(card: HoverCard): string {
  const lines = [`**${escapeMarkdown(card.heading)}**${card.chip ? ` · ${escapeMarkdown(card.chip.text)}` : ''}`];
  if (card.subheading) lines.push(escapeMarkdown(card.subheading));
  for (const row of card.rows) lines.push(`*${escapeMarkdown(row.label)}*: ${escapeMarkdown(row.value)}`);
  if (card.footer) lines.push(escapeMarkdown(card.footer));
  return lines.join('\n\n');
}

function itemOf(document: vscode.TextDocument, reading: Reading, completion: Completion, order: number): Item {
  const item = new Item({ label: completion.label, description: completion.description }, KINDS[completion.kind], reading, completion.record);
  item.insertText = completion.text;
  item.filterText = completion.filter;
  item.sortText = String(order).padStart(4, '0');
  item.range = rangeOf(document, completion.span);
  // after `key: ` the values are what comes next
  if (completion.kind === 'key') item.command = { title: 'Values', command: 'editor.action.triggerSuggest' };
  return item;
}
