import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The page of each check, by its id: it stands beside the check, in the room of its subject. */
export function pagesOf(root: string): ReadonlyMap<string, string> {
  const folder = path.join(root, 'src', 'checks');
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md'));
  return new Map(pages.map(file => [path.basename(file, '.md'), readFileSync(path.join(folder, file), 'utf8')]));
}

/** Examples under a heading of a check's page: fenced blocks marked `chancery`. Headings inside the examples are theirs. */
export function examplesOf(page: string, heading: string): string[] {
  const examples: string[] = [];
  let under = '';
  let fence: { mark: string; lines: string[] } | undefined;
  for (const line of page.split('\n')) {
    if (fence) {
      if (line !== fence.mark) fence.lines.push(line);
      else {
        if (under === heading) examples.push(fence.lines.join('\n'));
        fence = undefined;
      }
    } else if (/^`{3,}chancery$/.test(line)) fence = { mark: line.slice(0, -'chancery'.length), lines: [] };
    else if (line.startsWith('## ')) under = line.slice(3);
  }
  return examples;
}
