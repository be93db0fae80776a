import * as vscode from 'vscode';
import type { Note, NoteIndex } from './note-index';
import { type CheckAll, resultText } from './check-all';

const TYPE = 'chancery';
const NAME = 'check all briefings';

/** *Check All Briefings* as a task: what it finds is printed a line each, as the problem matcher `$chancery` reads it. */
export class CheckTask implements vscode.TaskProvider {
  constructor(private readonly index: NoteIndex, private readonly checkAll: CheckAll) {}

  provideTasks(): vscode.Task[] {
    return [this.taskOf({ type: TYPE })];
  }

  resolveTask({ definition }: vscode.Task): vscode.Task {
    return this.taskOf(definition);
  }

  private taskOf(definition: vscode.TaskDefinition): vscode.Task {
    const run = new vscode.CustomExecution(async () => new Printer(this.index, this.checkAll));
    const task = new vscode.Task(definition, vscode.TaskScope.Workspace, NAME, 'Chancery', run, []);
    task.group = vscode.TaskGroup.Test;
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
    return task;
  }
}

class Printer implements vscode.Pseudoterminal {
  private readonly writes = new vscode.EventEmitter<string>();
  private readonly closes = new vscode.EventEmitter<number>();
  readonly onDidWrite = this.writes.event;
  readonly onDidClose = this.closes.event;
  private readonly cancel = new vscode.CancellationTokenSource();

  constructor(private readonly index: NoteIndex, private readonly checkAll: CheckAll) {}

  open(): void {
    this.run().then(code => this.closes.fire(code), problem => {
      this.line(String(problem));
      this.closes.fire(2);
    });
  }

  close(): void {
    this.cancel.cancel();
  }

  private async run(): Promise<number> {
    const walk = await this.index.all(this.cancel.token);
    const result = this.checkAll.show(walk, this.cancel.token.isCancellationRequested);
    for (const note of walk.notes) for (const line of linesOf(note)) this.line(line);
    for (const { uri, reason } of walk.unread) this.line(`${vscode.workspace.asRelativePath(uri)}: ${reason}`);
    this.line(resultText(result, walk.cut));
    return result.findings > 0 ? 1 : 0;
  }

  /** What comes from documents must not steer the terminal. */
  private line(text: string): void {
    this.writes.fire(`${text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')}\r\n`);
  }
}

function linesOf(note: Note): string[] {
  const path = vscode.workspace.asRelativePath(note.uri);
  return note.findings.map(({ span, severity, message, check }) => {
    const { line, character } = note.lines.positionAt(span.start);
    return `${path}:${line + 1}:${character + 1}: ${severity}: ${message} [${check}]`;
  });
}
