import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { hostKind } from '../runner/host-kind';

describe(`Chancery in the ${hostKind} extension host`, () => {
  it('is present and activates', async () => {
    const extension = vscode.extensions.getExtension('chancery.chancery');
    assert.ok(extension, 'VS Code has no extension chancery.chancery');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('runs in the host that the run asked for', () => {
    // Only the web worker has importScripts; only Node has a version of itself.
    assert.equal('importScripts' in globalThis ? 'web' : 'node', hostKind);
  });

  it('opens a Markdown document', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Note\n\nA line.\n' });
    const editor = await vscode.window.showTextDocument(document);
    assert.equal(editor.document.languageId, 'markdown');
    assert.equal(editor.document.lineAt(2).text, 'A line.');
  });
});
