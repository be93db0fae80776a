import { GFM, parser as markdownParser } from '@lezer/markdown';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { read } from '../check';

/** One snippet as VS Code reads it. */
interface Snippet {
  readonly prefix: string;
  readonly scope: string;
  readonly description: string;
  readonly isFileTemplate?: boolean;
  readonly body: readonly string[];
}

interface Transform { readonly pattern: RegExp; readonly format: readonly FormatPart[] }
type FormatPart = { readonly text: string } | { readonly group: number; readonly ifSet?: string };
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stop'; readonly index: number; readonly content?: readonly Part[]; readonly choices?: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string; readonly transform?: Transform };

const VARIABLES = new Set(['CURRENT_YEAR', 'CURRENT_MONTH', 'CURRENT_DATE', 'TM_SELECTED_TEXT']);
const BARE_NAME = /[A-Z_]+/y;

/**
 * A reader of the snippet syntax that is stricter than VS Code's: VS Code takes what it cannot read as plain text, so
 * that a slip shows only when a writer meets it; here it throws.
 */
class SnippetReader {
  private at = 0;

  constructor(private readonly source: string) {}

  read(): Part[] {
    const parts = this.parts('');
    if (this.at < this.source.length) this.fail('closing brace without an opening one');
    return parts;
  }

  private parts(closer: '' | '}'): Part[] {
    const parts: Part[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') parts.push({ kind: 'text', text });
      text = '';
    };
    while (this.at < this.source.length) {
      const ch = this.source[this.at];
      if (ch === '}') break;
      if (ch === '\\') text += this.escape('\\$}');
      else if (ch === '$') {
        flush();
        parts.push(this.dollar());
      } else {
        text += ch;
        this.at++;
      }
    }
    flush();
    if (closer !== '') this.take(closer);
    return parts;
  }

  private dollar(): Part {
    this.take('$');
    const braced = this.peek('{');
    if (braced) this.take('{');
    const digits = this.match(/\d+/y);
    if (digits !== '') return this.stop(Number(digits), braced);
    const name = this.match(BARE_NAME);
    if (!VARIABLES.has(name)) this.fail(`‘$${name}’ is no tab stop and no variable that these snippets use`);
    if (!braced) return { kind: 'variable', name };
    const transform = this.peek('/') ? this.transform() : undefined;
    this.take('}');
    return transform === undefined ? { kind: 'variable', name } : { kind: 'variable', name, transform };
  }

  private stop(index: number, braced: boolean): Part {
    if (!braced) return { kind: 'stop', index };
    if (this.peek(':')) {
      this.take(':');
      return { kind: 'stop', index, content: this.parts('}') };
    }
    if (this.peek('|')) return { kind: 'stop', index, choices: this.choices() };
    this.take('}');
    return { kind: 'stop', index };
  }

  private choices(): string[] {
    this.take('|');
    const choices = [''];
    for (;;) {
      const ch = this.source[this.at];
      if (ch === undefined || ch === '\n') this.fail('a choice is not closed');
      if (ch === '|') break;
      if (ch === '$' || ch === '}') this.fail(`‘${ch}’ in a choice needs a backslash`);
      if (ch === ',') {
        choices.push('');
        this.at++;
      } else if (ch === '\\') choices[choices.length - 1] += this.escape('\\,|$}');
      else {
        choices[choices.length - 1] += ch;
        this.at++;
      }
    }
    this.take('|');
    this.take('}');
    return choices;
  }

  private transform(): Transform {
    this.take('/');
    const pattern = this.until('/');
    const format: FormatPart[] = [];
    while (!this.peek('/')) {
      if (this.peek('$')) {
        this.take('$');
        this.take('{');
        const group = Number(this.match(/\d+/y));
        this.take(':');
        this.take('+');
        format.push({ group, ifSet: this.until('}') });
      } else format.push({ text: this.source[this.at++] ?? this.fail('a transform is not closed') });
    }
    this.take('/');
    return { pattern: new RegExp(pattern, this.match(/[a-z]*/y)), format };
  }

  private until(end: string): string {
    const stop = this.source.indexOf(end, this.at);
    if (stop < 0) this.fail(`‘${end}’ is missing`);
    const text = this.source.slice(this.at, stop);
    this.at = stop + 1;
    return text;
  }

  private escape(allowed: string): string {
    const next = this.source[this.at + 1] ?? '';
    if (next === '' || !allowed.includes(next)) this.fail(`nothing to escape before ‘${next}’`);
    this.at += 2;
    return next;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private peek(ch: string): boolean {
    return this.source[this.at] === ch;
  }

  private take(ch: string): void {
    if (!this.peek(ch)) this.fail(`‘${ch}’ expected`);
    this.at++;
  }

  private fail(why: string): never {
    throw new Error(`${why}, at ${JSON.stringify(this.source.slice(Math.max(0, this.at - 20), this.at + 20))}`);
  }
}

const readParts = (source: string): Part[] => new SnippetReader(source).read();

function applyTransform(value: string, transform: Transform): string {
  return value.replace(transform.pattern, (...args: unknown[]) =>
    transform.format.map(f => ('text' in f ? f.text : args[f.group] === undefined ? '' : f.ifSet ?? '')).join(''));
}

/** The text that stands in the document before the writer has typed anything: mirrors repeat what they mirror. */
function expand(parts: readonly Part[], variables: Readonly<Record<string, string>>, known = new Map<number, string>()): string {
  return parts.map(part => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'variable') {
      const value = variables[part.name] ?? '';
      return part.transform === undefined ? value : applyTransform(value, part.transform);
    }
    const text = part.content !== undefined ? expand(part.content, variables, known) : part.choices?.[0];
    if (text !== undefined) known.set(part.index, text);
    return text ?? known.get(part.index) ?? '';
  }).join('');
}

function stopsOf(parts: readonly Part[]): Extract<Part, { kind: 'stop' }>[] {
  return parts.flatMap(part => (part.kind === 'stop' ? [part, ...stopsOf(part.content ?? [])] : []));
}

const FILE = 'snippets/chancery.code-snippets';
const RAW = readFileSync(FILE, 'utf8');
const SNIPPETS = Object.entries(JSON.parse(RAW) as Readonly<Record<string, Snippet>>);
const SECTIONS = JSON.parse(readFileSync('test/snippets/sections.json', 'utf8')) as Readonly<Record<string, readonly string[]>>;
const DAY = { CURRENT_YEAR: '2022', CURRENT_MONTH: '01', CURRENT_DATE: '05', TM_SELECTED_TEXT: '' };
const bodyOf = (snippet: Snippet): string => snippet.body.join('\n');
const textOf = (snippet: Snippet): string => expand(readParts(bodyOf(snippet)), DAY);
const MARKDOWN = markdownParser.configure(GFM);

/** Cells of each row of each table, delimiter rows included, counted as GFM does: by the pipes of a row. */
function tableRows(text: string): number[][] {
  const tables: number[][] = [];
  MARKDOWN.parse(text).iterate({
    enter: node => {
      if (node.name === 'Table') tables.push(text.slice(node.from, node.to).split('\n').map(row => row.split('|').length - 2));
    },
  });
  return tables;
}

const nodeNames = (text: string): Set<string> => {
  const names = new Set<string>();
  MARKDOWN.parse(text).iterate({ enter: node => void names.add(node.name) });
  return names;
};

describe('snippets: the reader of this test', () => {
  it('reads what VS Code reads', () => {
    assert.equal(expand(readParts('a ${1|x\\,y,z\\|w|} ${2:b \\} ${3:c}}$0 ${1}'), {}), 'a x,y b } c x,y');
    assert.equal(expand(readParts('${CURRENT_DATE/^0//}'), { CURRENT_DATE: '09' }), '9');
  });

  for (const slip of ['costs $ 5', '${1|a,b}', '${1|a$b|}', 'a } b', '${1:a', '${MONTH}', 'C:\\temp', '${1|a|b|}']) {
    it(`refuses ${slip}`, () => assert.throws(() => readParts(slip)));
  }
});

describe('snippets: the collection', () => {
  it('has the 29 sections of spec 1.2 and no other', () => {
    assert.equal(Object.keys(SECTIONS).length, 29);
    assert.deepEqual([...new Set(SNIPPETS.map(([, s]) => s.prefix))].sort(), Object.keys(SECTIONS).sort());
  });

  it('has one snippet a prefix, and two for the assessment', () => {
    for (const prefix of Object.keys(SECTIONS)) {
      assert.equal(SNIPPETS.filter(([, s]) => s.prefix === prefix).length, prefix === 'assess' ? 2 : 1, prefix);
    }
  });

  it('has titles that are unique and descriptions of one line', () => {
    // a repeated key would vanish in JSON.parse
    assert.equal(RAW.match(/^ {2}"/gm)?.length, SNIPPETS.length);
    assert.equal(new Set(SNIPPETS.map(([title]) => title.toLowerCase())).size, SNIPPETS.length);
    for (const [title, s] of SNIPPETS) assert.match(s.description, /^[^\n]{20,100}$/, title);
  });

  it('offers the whole briefing for a new file, and is for Markdown', () => {
    assert.deepEqual(SNIPPETS.filter(([, s]) => s.isFileTemplate).map(([, s]) => s.prefix), ['brief']);
    for (const [title, s] of SNIPPETS) assert.equal(s.scope, 'markdown', title);
  });

  it('assesses in the seven terms of one row of ICD 203, none repeated', () => {
    const terms = SNIPPETS.filter(([, s]) => s.prefix === 'assess').flatMap(([, s]) => stopsOf(readParts(bodyOf(s))).find(stop => stop.index === 1)?.choices ?? []);
    assert.deepEqual(terms.filter(t => t !== '[likelihood]'), ['almost certain', 'very likely', 'likely', 'unlikely', 'very unlikely', 'a roughly even chance', 'almost no chance']);
  });
});

describe('snippets: each', () => {
  for (const [title, snippet] of SNIPPETS) {
    describe(title, () => {
      it('has tab stops in order, without gaps, each defined where it first stands, and one last place', () => {
        const stops = stopsOf(readParts(bodyOf(snippet)));
        assert.equal(stops.filter(s => s.index === 0).length, 1);
        const first = [...new Set(stops.map(s => s.index).filter(index => index !== 0))];
        assert.deepEqual(first, first.map((_, i) => i + 1));
        for (const index of first) {
          const defined = stops.map(s => (s.index === index && (s.content ?? s.choices) !== undefined ? 1 : 0)).filter(Boolean).length;
          assert.ok(defined <= 1, `tab stop ${index} is defined twice`);
        }
      });

      it('has choices that differ and are 2 to 20', () => {
        for (const { index, choices } of stopsOf(readParts(bodyOf(snippet)))) {
          if (choices === undefined) continue;
          assert.ok(choices.length >= 2 && choices.length <= 20, `tab stop ${index}`);
          assert.equal(new Set(choices).size, choices.length, `tab stop ${index}`);
          for (const choice of choices) assert.equal(choice.trim(), choice === '' ? '(empty)' : choice, `tab stop ${index}`);
        }
      });

      it('shows a field that is left: in square brackets, or XXX', () => {
        for (const stop of stopsOf(readParts(bodyOf(snippet)))) {
          if (stop.content === undefined || stop.content.some(part => part.kind === 'variable')) continue;
          assert.match(expand(stop.content, DAY), /^(?: (?:in )?)?\[[^[\]]+\]$|^XXX$/);
        }
      });

      it('has no choice that looks finished before it is made', () => {
        for (const stop of stopsOf(readParts(bodyOf(snippet)))) {
          if (stop.choices !== undefined && stop.choices[0] !== 'neutral') assert.match(stop.choices[0]!, /^\[[^[\]]+\]$/, `tab stop ${stop.index}`);
        }
      });

      it('has fields that are reported, in one finding, until they are filled in', () => {
        const fields = [...textOf(snippet).replace(/^classification: .*$/m, '').matchAll(/\[[^[\]]+\]|XXX/g)].map(m => m[0]);
        const left = read('shipped', textOf(snippet)).findings.filter(f => f.check === 'placeholder-left');
        assert.equal(left.length, fields.length === 0 ? 0 : 1);
        assert.equal((left[0]?.related.length ?? -1) + 1, fields.length, fields.join(' '));
      });

      it('states today’s date in the briefing and the dateline only', () => {
        const dated = /\$\{?CURRENT_/.test(bodyOf(snippet));
        assert.equal(dated, snippet.prefix === 'brief' || snippet.prefix === 'dateline');
      });

      it('has what spec 1.2 lists', () => {
        for (const wanted of SECTIONS[snippet.prefix] ?? []) assert.ok(textOf(snippet).includes(wanted), `${wanted} in\n${textOf(snippet)}`);
      });

      it('is well-formed Markdown: tables of even rows, no field read as a link definition', () => {
        const text = textOf(snippet).replace(/^---\n[^]*?\n---\n/, '');
        const rows = text.split('\n').filter(line => line.startsWith('|')).length;
        const tables = tableRows(text);
        assert.equal(tables.flat().length, rows, 'a row of pipes that is no table');
        for (const table of tables) assert.equal(new Set(table).size, 1, `rows of ${table.join(', ')} cells`);
        // ‘[date]: …’ at the start of a line is a link definition as soon as one word follows: nothing would be shown
        assert.doesNotMatch(text, /^\s*(?:[-*]\s+)?\[[^\]]*\]:/m);
        const names = nodeNames(text);
        for (const unwanted of ['LinkReference', 'Task', 'CodeBlock', 'FencedCode', 'HTMLBlock', 'SetextHeading1', 'SetextHeading2']) {
          assert.ok(!names.has(unwanted), unwanted);
        }
      });
    });
  }
});

describe('snippets: dates', () => {
  const dateline = SNIPPETS.find(([, s]) => s.prefix === 'dateline')?.[1];
  const brief = SNIPPETS.find(([, s]) => s.prefix === 'brief')?.[1];

  it('the dateline writes the day in English whatever the language of the editor', () => {
    assert.ok(dateline);
    const parts = readParts(bodyOf(dateline));
    const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
    for (const [i, month] of months.entries()) {
      const text = expand(parts, { CURRENT_YEAR: '2022', CURRENT_MONTH: String(i + 1).padStart(2, '0'), CURRENT_DATE: '10' });
      assert.equal(text, `[PLACE], 10 ${month} 2022 — `);
    }
  });

  it('the briefing begins with valid front matter, dated today', () => {
    assert.ok(brief);
    const head = /^---\n([^]*?)\n---\n/.exec(textOf(brief))?.[1] ?? '';
    assert.deepEqual(parseYaml(head), {
      title: '[title]', date: '2022-01-05', 'as-of': '2022-01-05', classification: '[classification]', 'house-style': 'neutral', event: null,
    });
  });

  it('every classification and house style of the briefing is a plain YAML string', () => {
    assert.ok(brief);
    for (const stop of stopsOf(readParts(bodyOf(brief))).filter(s => s.index === 4 || s.index === 5)) {
      for (const choice of stop.choices ?? []) assert.equal(parseYaml(stop.index === 4 ? `key: "${choice}"` : `key: ${choice}`)?.key, choice);
    }
  });
});
