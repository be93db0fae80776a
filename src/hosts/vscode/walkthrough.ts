import * as vscode from 'vscode';
import type { Reading } from '../../chancery';
import { openSample } from './go';
import type { Session } from './session';
import type { Sessions } from './sessions';

/** The steps of the walkthrough act on the briefing in the editor, or on a new copy of the sample where there is none. */
export class Walkthrough {
  constructor(private readonly sessions: Sessions, private readonly extensionUri: vscode.Uri) {}

  /** Puts the cursor on the first name that has a card, and shows the card. */
  async hover(): Promise<void> {
    const found = await this.briefing();
    const offset = found && firstCard(found.reading);
    if (found && offset !== undefined) await this.at(found.session, offset, 'editor.action.showHover');
  }

  /** Puts the cursor on the first finding with a preferred fix, and shows the fixes. */
  async fix(): Promise<void> {
    const found = await this.briefing();
    const finding = found?.reading.findings.find(f => f.fixes.some(fix => fix.preferred)) ?? found?.reading.findings[0];
    if (found && finding) await this.at(found.session, finding.span.start, 'editor.action.quickFix');
  }

  private async briefing(): Promise<{ session: Session; reading: Reading } | undefined> {
    const open = vscode.window.visibleTextEditors.map(editor => this.sessions.of(editor.document));
    for (const session of open) {
      const reading = await session?.check();
      if (session && reading && reading.standing !== 'other') return { session, reading };
    }
    const editor = await openSample(this.extensionUri);
    const session = this.sessions.of(editor.document);
    const reading = await session?.check();
    return session && reading && { session, reading };
  }

  private async at(session: Session, offset: number, command: string): Promise<void> {
    const position = session.document.positionAt(offset);
    await vscode.window.showTextDocument(session.document, { selection: new vscode.Range(position, position), preview: false });
    await vscode.commands.executeCommand(command);
  }
}

/** The first place in the text with an official's card. */
function firstCard(reading: Reading): number | undefined {
  for (const word of reading.text.matchAll(/\p{Lu}\p{L}+/gu)) {
    const card = reading.hoverAt(word.index);
    if (card?.kind === 'person') return card.span.start;
  }
  return undefined;
}
