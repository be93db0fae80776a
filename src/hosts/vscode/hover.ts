import * as vscode from 'vscode';
import { CARD_COMMANDS, cardMarkdown } from './card-markdown';
import { rangeOf } from './documents';
import type { Sessions } from './sessions';

/** Cards for what stands under the pointer: on the name itself only. */
export class CardProvider implements vscode.HoverProvider {
  constructor(private readonly sessions: Sessions) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined> {
    const session = this.sessions.of(document);
    if (!session) return undefined;
    const { hoverEnabled, hoverDetail } = session.settings;
    if (!hoverEnabled) return undefined;
    const reading = await session.current();
    if (!reading || token.isCancellationRequested || reading.text !== document.getText()) return undefined;
    const card = reading.hoverAt(document.offsetAt(position));
    if (!card) return undefined;
    const covered = session.findings.some(f => f.span.start < card.span.end && card.span.start < f.span.end);
    const markdown = new vscode.MarkdownString(cardMarkdown(card, { detail: hoverDetail, theme: themeOf(), covered }), true);
    markdown.supportHtml = true;
    markdown.isTrusted = { enabledCommands: [...CARD_COMMANDS] };
    return new vscode.Hover(markdown, rangeOf(document, card.span));
  }
}

/** The palette for pictures in cards. */
export function themeOf(): 'light' | 'dark' {
  const { kind } = vscode.window.activeColorTheme;
  return kind === vscode.ColorThemeKind.Light || kind === vscode.ColorThemeKind.HighContrastLight ? 'light' : 'dark';
}
