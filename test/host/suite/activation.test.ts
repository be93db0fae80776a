import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { chancery } from './support';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('The extension', () => {
  it('registers every command that it offers', async () => {
    await chancery();
    const manifest = vscode.extensions.getExtension('chancery.chancery')!.packageJSON as Manifest;
    const known = new Set(await vscode.commands.getCommands(true));
    equal(manifest.contributes.commands.map(c => c.command).filter(c => !known.has(c)), []);
    ok(manifest.contributes.commands.length >= 7, 'commands are missing');
  });
});
