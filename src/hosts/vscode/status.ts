import * as vscode from 'vscode';
import type { Choices } from './choices';
import { isDeclaredBy } from './engines';
import type { Session } from './session';
import type { Sessions } from './sessions';
import { statusDetails, type StatusFacts, statusText } from './status-text';

/** The status bar item of declared and recognised documents, and its menu (spec 5.2). */
export class Status implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly disposables: vscode.Disposable[];
  private visible = false;

  constructor(private readonly sessions: Sessions, private readonly choices: Choices) {
    this.item = vscode.window.createStatusBarItem('chancery.status', vscode.StatusBarAlignment.Right, 100);
    this.item.name = 'Chancery';
    this.item.command = 'chancery.statusMenu';
    this.disposables = [
      this.item,
      sessions.onDidChange(session => session === sessions.active() && this.update()),
      sessions.onDidClose(() => this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
    ];
    this.update();
  }

  /** The item's words while it is shown. */
  get text(): string | undefined {
    return this.visible ? this.item.text : undefined;
  }

  async menu(): Promise<void> {
    const session = this.sessions.active();
    const facts = session && factsOf(session);
    if (!session || !facts) return;
    type Item = vscode.QuickPickItem & { readonly run?: () => PromiseLike<unknown> };
    const { uri } = session.document;
    const command = (label: string, id: string, description?: string): Item => ({ label, run: () => vscode.commands.executeCommand(id), ...(description ? { description } : {}) });
    const items: Item[] = [];
    if (session.findings.length > 0) items.push(command('Next finding', 'chancery.nextFinding'));
    items.push(command('Set the Date…', 'chancery.setDate', facts.reading.judgedBy ? statusDetails(facts)[0] : 'no date'));
    if (facts.reading.standing === 'recognised') {
      items.push({ label: 'Check everything', description: 'notes and hints too', run: () => this.choose(session, 'all') });
    }
    items.push({ label: 'Not this file', description: 'do not check it', run: () => this.leaveFile(session) });
    if (uri.scheme !== 'untitled') items.push({ label: 'Not this folder', description: 'do not check what lies in it', run: () => this.leaveFolder(session) });
    if (facts.waitsForTrust) items.push(command('Trust this workspace…', 'workbench.trust.manage', 'its .chancery folder waits'));
    for (const failure of facts.reading.failures) items.push({ label: `${failure.what} failed and was left out`, detail: failure.message });
    for (const note of facts.notes) items.push({ label: 'A file was not read', detail: note });
    const picked = await vscode.window.showQuickPick(items, { title: facts && statusText(facts), placeHolder: 'What to do in this document' });
    await picked?.run?.();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private async choose(session: Session, check: 'all' | 'none'): Promise<void> {
    await this.choices.setCheck(session.document.uri, check);
    await session.check();
  }

  /** Says how to come back: the item with this menu goes away. */
  private async leaveFile(session: Session): Promise<void> {
    await this.choose(session, 'none');
    const answer = await vscode.window.showInformationMessage('This file is not checked any more. “Chancery: Check This Document” in the Command Palette checks it again.', 'Check It Again');
    if (answer) await this.choose(session, 'all');
  }

  private async leaveFolder(session: Session): Promise<void> {
    const { uri } = session.document;
    await this.choices.setCheck(uri, undefined);
    await this.choices.leaveFolder(vscode.Uri.joinPath(uri, '..'));
    this.sessions.reopen();
    const answer = await vscode.window.showInformationMessage('Files in this folder are not checked any more. “Chancery: Check This Document” checks one of them again.', 'Undo');
    if (!answer) return;
    await this.choices.enterFolder(vscode.Uri.joinPath(uri, '..'));
    this.sessions.reopen();
  }

  private update(): void {
    const session = this.sessions.active();
    const facts = session && factsOf(session);
    const trouble = session?.state.kind === 'failed' ? `Chancery could not start: ${session.state.reason}`
      : session?.state.kind === 'too-large' && session.opened && isDeclaredBy(session.opened, session.document.uri) ? 'Chancery: too large to check' : undefined;
    this.visible = facts !== undefined || trouble !== undefined;
    if (!this.visible) {
      this.item.hide();
      return;
    }
    this.item.text = trouble ?? statusText(facts!);
    this.item.tooltip = trouble ?? statusDetails(facts!).join('\n');
    this.item.accessibilityInformation = { label: this.item.text };
    this.item.show();
  }
}

/** What the item says of a document; nothing for one that is neither declared nor recognised. */
function factsOf(session: Session): StatusFacts | undefined {
  const reading = session.shown;
  if (!reading || reading.standing === 'other' || session.state.kind !== 'read') return undefined;
  return { reading, count: session.findings.length, waitsForTrust: session.opened?.waitsForTrust ?? false, notes: session.opened?.notes ?? [] };
}
