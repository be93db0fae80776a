import { readYaml, type YamlDocument } from '../yaml/yaml';
import { shift, type Span } from '../base/span';
import type { FrontMatter, FrontMatterEntry, FrontMatterValue } from './model';

const OPENING = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r\n|\n|\r|$)/g;
/** Front matter longer than this is none: the closing line is missing. */
const MOST = 100_000;

export interface FrontMatterReading {
  readonly frontMatter?: FrontMatter;
  /** Where the body begins. */
  readonly bodyStart: number;
}

/**
 * The YAML between `---` lines at the very top (spec 6.1). Text that begins with a thematic break, not with
 * `key: value`, has none. Where the closing line is missing that is said, and the text is all body.
 */
export function readFrontMatter(text: string): FrontMatterReading {
  const opening = OPENING.exec(text);
  if (!opening) return { bodyStart: text.startsWith('\ufeff') ? 1 : 0 };
  const inside = opening[0].length;
  CLOSING.lastIndex = Math.max(0, inside - 1);
  const closing = CLOSING.exec(text.slice(0, inside + MOST));
  const looksLikeYaml = /^\s*(?:#|[\w-]+[ \t]*:(?:\s|$))/.test(text.slice(inside, inside + 200));
  if (!closing) return looksLikeYaml ? unclosed(text, opening[0]) : { bodyStart: 0 };
  const yamlEnd = Math.max(inside, closing.index);
  const source = text.slice(inside, yamlEnd);
  if (source.trim() !== '' && !looksLikeYaml && !/^\s*[{"']/.test(source)) return { bodyStart: 0 };
  const frontMatter = entriesOf(source, inside, { start: 0, end: closing.index + closing[0].length });
  // a rule further down the text is not what closes the lines at the top
  if (runsIntoText(source, frontMatter.problems.length > 0)) return unclosed(text, opening[0]);
  return { frontMatter, bodyStart: closing.index + closing[0].length };
}

/** The keys still say that the text is a briefing; its details are not known, since nobody said where they end. */
function unclosed(text: string, opening: string): FrontMatterReading {
  const lines = /^[^]*?(?=(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|$)|$)/.exec(text.slice(opening.length, opening.length + MOST))![0];
  return {
    bodyStart: 0,
    frontMatter: {
      span: { start: 0, end: opening.length },
      entries: new Map(),
      keys: new Set(partsOf(lines).map(part => part.key)),
      problems: [{ span: { start: opening.startsWith('\ufeff') ? 1 : 0, end: opening.length }, message: 'The lines at the top begin with ‘---’ and are never closed: put ‘---’ on a line of its own after them.' }],
    },
  };
}

/** What stands after an empty line is running text: a heading below the first level, words before a colon, or (where the YAML cannot be read) any line that is no entry. */
function runsIntoText(source: string, unreadable: boolean): boolean {
  const lines = source.split(/\r\n|\n|\r/);
  const empty = lines.findIndex((line, i) => i > 0 && line.trim() === '');
  if (empty < 0) return false;
  return lines.slice(empty + 1).some(line =>
    /^#{2,6} /.test(line) || /^[A-Z][\w’'-]*(?: [\w’'-]+){2,}:\s/.test(line) ||
    (unreadable && /^[^\s#]/.test(line) && !/^(?:[\w"'-]+[ \t]*:(?:\s|$)|-(?:\s|$)|[\]}])/.test(line)));
}

/** What the parser says, in words for writers; the first that fits. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/^Nested mappings are not allowed in compact/, 'A colon and a space begin a new entry: put a value that has them in quotation marks.'],
  [/^Flow (?:sequence|map)/, 'A bracket is opened here or in the lines above and not closed.'],
  [/^Missing closing .quote/, 'A quotation mark is opened here or in the lines above and not closed.'],
  [/^(?:Implicit (?:map )?keys|A key has to be)/, 'This line is not of the form ‘key: value’, with a space after the colon.'],
  [/^Tabs are not allowed/, 'Lines are moved in with spaces here, not with tabs.'],
  [/^Plain value cannot start with/, 'A value that begins with this sign has to stand in quotation marks.'],
  [/^Unexpected scalar at node end/, 'Something stands here after the end of a value.'],
  [/^Unexpected (?:flow-(?:seq|map)-end|map-value-ind|scalar)/, 'This was not expected here: a bracket or a quotation mark may be missing or be one too many.'],
  [/^All (?:mapping|sequence) items must start|indent/i, 'This line is moved in more or less than those it belongs with.'],
  [/^Source contains multiple documents/, '‘---’ ends the lines at the top: what follows belongs to the text.'],
];

function plainWords(message: string): string {
  return PLAIN.find(([pattern]) => pattern.test(message))?.[1] ?? message;
}

function entriesOf(source: string, at: number, span: Span): FrontMatter {
  const yaml = readYaml(source);
  const entries = new Map<string, FrontMatterEntry>();
  const problems: { span: Span; message: string }[] = [];
  let line: number | undefined;
  for (const p of yaml.problems) {
    // one mistake makes the parser stumble several times in a line
    const own = source.lastIndexOf('\n', Math.max(0, p.start - 1));
    if (own === line) continue;
    line = own;
    problems.push({ span: shift({ start: p.start, end: Math.max(p.end, p.start + 1) }, at), message: plainWords(p.message) });
  }
  const broken = yaml.problems.some(p => p.severity === 'error');
  const parts = partsOf(source);
  // one line that cannot be read does not take the others with it
  if (broken) for (const part of parts) readInto(entries, readYaml(part.text), at + part.start);
  else {
    readInto(entries, yaml, at);
    const { value } = yaml;
    if (value !== null && value !== undefined && (typeof value !== 'object' || Array.isArray(value)) && problems.length === 0) {
      problems.push({ span: { start: at, end: at + Math.max(1, source.trimEnd().length) }, message: 'Lines of the form ‘key: value’ are expected here.' });
    }
  }
  return { span, entries, keys: new Set([...entries.keys(), ...parts.map(part => part.key)]), problems };
}

/** The entries of one YAML text without an error. */
function readInto(entries: Map<string, FrontMatterEntry>, yaml: YamlDocument, at: number): void {
  const { value } = yaml;
  if (yaml.problems.some(p => p.severity === 'error') || value === null || typeof value !== 'object' || Array.isArray(value)) return;
  for (const key of Object.keys(value)) {
    const keySpan = yaml.keySpanOf([key]);
    if (!keySpan || entries.has(key)) continue;
    const valueSpan = yaml.spanOf([key]) ?? { start: keySpan.end, end: keySpan.end };
    const own = (value as Record<string, FrontMatterValue>)[key]!;
    const items = Array.isArray(own) ? own.map((_, i) => shift(yaml.spanOf([key, i]) ?? valueSpan, at)) : undefined;
    entries.set(key, { key, keySpan: shift(keySpan, at), valueSpan: shift(valueSpan, at), value: own, ...(items ? { items } : {}) });
  }
}

interface Part {
  readonly key: string;
  readonly start: number;
  readonly text: string;
}

/** The lines at the top, parted where a key begins a line. */
function partsOf(source: string): Part[] {
  const starts = [...source.matchAll(/(?<=^|[\r\n])["']?([A-Za-z][\w-]*)["']?[ \t]*:(?=\s|$)/g)];
  return starts.map((m, i) => ({ key: m[1]!, start: m.index, text: source.slice(m.index, starts[i + 1]?.index ?? source.length) }));
}
