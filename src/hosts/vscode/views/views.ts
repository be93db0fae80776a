import * as vscode from 'vscode';
import type { Session } from '../session';
import type { Sessions } from '../sessions';
import { castRows, figureRows, type Row, timelineRows } from './rows';
import { NoteTree, type Shape } from './tree';

const SHAPES: readonly Shape[] = [
  { view: 'cast', rows: castRows, empty: 'Nobody is named in this note.' },
  { view: 'figures', rows: figureRows, empty: 'There are no figures in this note.' },
  { view: 'timeline', rows: timelineRows, empty: 'There are no dates in this note.' },
];

/** The lists of the side bar. They follow the note in the editor, and keep it while a panel or another view has the focus. */
export class Views implements vscode.Disposable {
  private readonly trees: ReadonlyMap<string, NoteTree>;
  private readonly disposables: vscode.Disposable[];
  private session: Session | undefined;

  constructor(sessions: Sessions, more: readonly Shape[] = []) {
    this.trees = new Map([...SHAPES, ...more].map(shape => [shape.view, new NoteTree(shape)]));
    const follow = (): void => {
      const active = sessions.active();
      if (active) this.show(active);
    };
    this.disposables = [
      ...this.trees.values(),
      vscode.window.onDidChangeActiveTextEditor(follow),
      sessions.onDidChange(session => session === this.session && this.show(session)),
      sessions.onDidClose(document => document === this.session?.document && this.show(undefined)),
    ];
    follow();
  }

  /** What a list shows has changed without the note. */
  refresh(): void {
    this.show(this.session);
  }

  /** Rows of a list as they are now. */
  rowsOf(view: string): readonly Row[] {
    return this.trees.get(view)?.shown ?? [];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private show(session: Session | undefined): void {
    this.session = session;
    for (const tree of this.trees.values()) tree.show(session);
  }
}
