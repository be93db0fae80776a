import { strict as assert } from 'node:assert';
import { Workbench } from './workbench.mjs';

const NOTE = '---\ndate: 2022-01-12\nhouse-style: neutral\n---\n\nEstonian Defence Minister Mart Koppelmaa said that more would come.\n';
const OWN = '# ours\nschema: chancery-gazetteer/1\nchecked: 2022-01-10\n\npeople:\n  - id: zz-one # the first\n    family_name: Onesson\n    gender: \n';

describe('Records of one’s own in the workbench', () => {
  let workbench;

  before(async () => {
    workbench = await Workbench.start({ files: { 'briefing.md': NOTE, '.chancery/gazetteer/own.yaml': OWN }, file: 'briefing.md' });
  });

  after(() => workbench?.close());

  /** Takes what a step of the wizard offers, once that step is there. */
  async function accept(step) {
    await workbench.page.locator('.quick-input-title', { hasText: step }).waitFor();
    await workbench.page.keyboard.press('Enter');
  }

  it('are added from the text by taking what is offered', async () => {
    await workbench.cursor('Koppelmaa');
    await workbench.command('Chancery: Add to Gazetteer…');
    for (const step of ['Add to Gazetteer', 'Given name', 'Family name', 'Country', 'Office', 'In office from', 'Source']) await accept(step);
    const told = await workbench.notification('Added Mart Koppelmaa to');
    assert.ok(await told.getByRole('button', { name: 'Undo' }).isVisible());
    const card = await workbench.hoverText('Koppelmaa', { containing: 'Mart Koppelmaa' });
    assert.match(card, /Defence/);
    await workbench.leave();
  });

  it('stand in a file that keeps its comments, where values are offered', async () => {
    await workbench.open('own.yaml');
    const text = await workbench.editorText();
    assert.match(text, /# ours/);
    assert.match(text, /id: ee-koppelmaa-mart[\s\S]*post: ee-defence-minister[\s\S]*id: zz-one # the first/);
    await workbench.cursor('gender', { end: true });
    await workbench.page.keyboard.press('End');
    const labels = await workbench.suggestions({ containing: 'female' });
    assert.deepEqual(labels, ['male', 'female']);
    await workbench.page.keyboard.press('Escape');
  });
});
