import { readYaml } from '../base/yaml';
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
  if (!closing) return looksLikeYaml ? unclosed(opening[0]) : { bodyStart: 0 };
  const yamlEnd = Math.max(inside, closing.index);
  const source = text.slice(inside, yamlEnd);
  if (source.trim() !== '' && !looksLikeYaml && !/^\s*[{"']/.test(source)) return { bodyStart: 0 };
  const frontMatter = entriesOf(source, inside, { start: 0, end: closing.index + closing[0].length });
  // a rule further down the text is not what closes the lines at the top
  if (runsIntoText(source, frontMatter.problems.length > 0)) return unclosed(opening[0]);
  return { frontMatter, bodyStart: closing.index + closing[0].length };
}

function unclosed(opening: string): FrontMatterReading {
  return {
    bodyStart: 0,
    frontMatter: {
      span: { start: 0, end: opening.length },
      entries: new Map(),
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

function entriesOf(source: string, at: number, span: Span): FrontMatter {
  const yaml = readYaml(source);
  const entries = new Map<string, FrontMatterEntry>();
  const problems = yaml.problems.map(p => ({ span: shift({ start: p.start, end: Math.max(p.end, p.start + 1) }, at), message: p.message }));
  const { value } = yaml;
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    for (const key of Object.keys(value)) {
      const keySpan = yaml.keySpanOf([key]);
      if (!keySpan) continue;
      const valueSpan = yaml.spanOf([key]) ?? { start: keySpan.end, end: keySpan.end };
      entries.set(key, { key, keySpan: shift(keySpan, at), valueSpan: shift(valueSpan, at), value: (value as Record<string, FrontMatterValue>)[key]! });
    }
  } else if (value !== null && value !== undefined && problems.length === 0) {
    problems.push({ span: { start: at, end: at + Math.max(1, source.trimEnd().length) }, message: 'Lines of the form ‘key: value’ are expected here.' });
  }
  return { span, entries, problems };
}
