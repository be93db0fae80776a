/**
 * The notices of what others have written and the bundles hold, as their licences ask: dist/notices.txt, made from what
 * esbuild says it has bundled. Throws where a package gives no licence: then it may not ship.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Names of the packages whose files went into a bundle. */
export function packagesIn(metafile) {
  const names = new Set();
  for (const file of Object.keys(metafile.inputs)) {
    const inside = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
    if (inside !== undefined) names.add(inside);
  }
  return [...names].sort();
}

export function noticesOf(root, names) {
  const parts = names.map(name => {
    const folder = path.join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find(entry => /^licen[cs]e(?:\.|$)/i.test(entry));
    if (file === undefined || typeof license !== 'string') throw new Error(`${name} ${version} has no licence beside it: it may not be bundled.`);
    return `${name} ${version} (${license})\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
  });
  return ['Chancery holds parts that others have written, under these terms. The word list has its own notice, words.copyright.txt.\n', ...parts]
    .join(`\n${'-'.repeat(80)}\n\n`);
}
