import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/host/paths.mjs';
import { Workbench } from './workbench.mjs';

describe('The sample briefing in the workbench', () => {
  let workbench;

  before(async () => {
    const sample = readFileSync(join(root, 'media', 'sample', 'briefing.md'), 'utf8');
    workbench = await Workbench.start({ files: { 'briefing.md': sample }, file: 'briefing.md' });
  });

  after(() => workbench?.close());

  it('underlines a misspelt name', async () => {
    await workbench.reveal('Rybkov');
    await workbench.waitForSquiggle({ text: 'Rybkov', severity: 'warning' });
  });

  it('shows a card over a name', async () => {
    const card = await workbench.hoverText('Grushko', { containing: 'Alexander Grushko' });
    assert.match(card, /Deputy Foreign Minister/);
    await workbench.leave();
  });

  it('lists the finding in the Problems panel', async () => {
    const rows = await workbench.problems({ containing: 'Rybkov' });
    assert.ok(rows.length > 1, `only ${rows.length} rows: ${rows.join(' / ')}`);
  });

  it('corrects the name by quick fix, and the file can be saved', async () => {
    const titles = await workbench.quickFixes('Rybkov');
    assert.match(titles[0], /Ryabkov/);
    await workbench.applyQuickFix('Rybkov', titles[0]);
    await workbench.waitForText('Sergei Ryabkov');
    await workbench.save({ containing: 'Sergei Ryabkov' });
    assert.equal(workbench.diskText().includes('Rybkov'), false);
  });
});
