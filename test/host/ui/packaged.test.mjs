import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageVsix } from '../../../scripts/host/vsix.mjs';
import { Workbench } from './workbench.mjs';

const note = `# Talks in Geneva

Russian Deputy Foreign Minister Sergei Rybkov and US Deputy Secretary of State Wendy Sherman met in Geneva on 10 January 2022. NATO Secretary General Jens Stoltenberg was told on the same day.
`;

describe('The packaged extension', () => {
  let folder;
  let vsix;

  before(() => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'chancery-package-'));
    vsix = packageVsix(join(folder, 'chancery.vsix'));
  });

  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  it('installs into a clean profile and warns in note.md, which has no front matter', async () => {
    const workbench = await Workbench.start({ files: { 'note.md': note }, file: 'note.md', vsix });
    await workbench.waitForSquiggle({ severity: 'warning' });
    await workbench.close();
  });
});
