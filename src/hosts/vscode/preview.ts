import type { Finding, Reading } from '../../chancery';

/** The parts of markdown-it, which VS Code's Markdown preview hands over, that are used here. */
export interface PreviewToken {
  type: string;
  tag: string;
  content: string;
  map: [number, number] | null;
  children: PreviewToken[] | null;
  attrs: [string, string][] | null;
  level: number;
}

interface State {
  readonly tokens: PreviewToken[];
  readonly env: { readonly currentDocument?: { toString(): string } } | undefined;
  readonly Token: new (type: string, tag: string, nesting: 1 | 0 | -1) => PreviewToken;
}

export interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: State) => void): void } };
}

/** What is shown of a document, by its address. */
type Shown = (uri: string) => { readonly reading: Reading; readonly findings: readonly Finding[] } | undefined;

/**
 * Underlines in the Markdown preview what is underlined in the editor, with the message as a title. Only elements with
 * escaped attributes are added; nothing of the note becomes markup that was none.
 */
export function extendPreview<M extends MarkdownIt>(markdown: M, shown: Shown): M {
  markdown.core.ruler.push('chancery', state => {
    const document = state.env?.currentDocument?.toString();
    const here = document === undefined ? undefined : shown(document);
    if (!here) return;
    const byLine = here.findings.map(finding => ({ finding, line: here.reading.lines.lineAt(finding.span.start) })).sort((a, b) => a.finding.span.start - b.finding.span.start);
    for (const token of state.tokens) {
      if (token.type !== 'inline' || !token.map || !token.children) continue;
      const [from, to] = token.map;
      const own = byLine.filter(({ line }) => from <= line && line < to).map(({ finding }) => finding);
      if (own.length > 0) token.children = underlined(token.children, own, here.reading, { from, to }, state.Token);
    }
  });
  return markdown;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly finding: Finding;
}

/** The findings of a block at the words that they stand on; one whose words the preview shows otherwise is left out. */
function underlined(children: readonly PreviewToken[], findings: readonly Finding[], { text, lines }: Reading, { from, to }: { from: number; to: number }, Token: State['Token']): PreviewToken[] {
  const start = lines.startOf(from);
  const source = text.slice(start, to < lines.count ? lines.startOf(to) : text.length);
  const marks = new Map<PreviewToken, Mark[]>();
  const shown = children.filter(child => child.type === 'text');
  for (const finding of findings) {
    const words = text.slice(finding.span.start, finding.span.end);
    const places = shown.flatMap(child => placesOf(words, child.content).map(at => ({ child, at })));
    const inSource = placesOf(words, source);
    // “18” may stand in the block before: it is the same one of as many
    const place = places.length === inSource.length ? places[inSource.indexOf(finding.span.start - start)] : undefined;
    const others = place && (marks.get(place.child) ?? []);
    if (!place || others!.some(mark => mark.start < place.at + words.length && place.at < mark.end)) continue;
    marks.set(place.child, [...others!, { start: place.at, end: place.at + words.length, finding }]);
  }
  return children.flatMap(child => split(child, marks.get(child), Token));
}

function placesOf(words: string, text: string): number[] {
  const found: number[] = [];
  for (let at = words === '' ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

function split(child: PreviewToken, marks: readonly Mark[] | undefined, Token: State['Token']): PreviewToken[] {
  if (!marks) return [child];
  const parts: PreviewToken[] = [];
  const put = (content: string): void => {
    const part = new Token('text', '', 0);
    part.content = content;
    part.level = child.level;
    if (content !== '') parts.push(part);
  };
  let at = 0;
  for (const { start, end, finding } of [...marks].sort((a, b) => a.start - b.start)) {
    put(child.content.slice(at, start));
    const open = new Token('chancery_open', 'span', 1);
    open.attrs = [['class', `chancery-finding chancery-${finding.severity}`], ['title', finding.message]];
    parts.push(open);
    put(child.content.slice(start, end));
    parts.push(new Token('chancery_close', 'span', -1));
    at = end;
  }
  put(child.content.slice(at));
  return parts;
}
