import * as vscode from 'vscode';
import { equal, match } from './assert';
import { chancery } from './support';

async function ask(tool: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  return content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

describe('Tools for language models', () => {
  before(chancery);

  it('look up who held an office on a day', async () => {
    match(await ask('chancery_lookup', { query: 'UK Foreign Secretary', date: '2022-01-12' }), /Liz Truss \(in post\)/);
    match(await ask('chancery_lookup', { query: 'UK Foreign Secretary', date: 'soon' }), /must be a day/);
  });

  it('check a text', async () => {
    match(await ask('chancery_check', { text: 'NATO has 29 allies.', date: '2022-01-12' }), /had 30 allies/);
    equal(await ask('chancery_check', { text: 'Nothing of importance.' }), 'Nothing to check.');
  });
});
