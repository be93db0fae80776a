/** The YAML of gazetteer/ as it stands, and changes to it: all are made together, or none. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { yamlFiles } from '../gazetteer.mjs';
import { span } from './dates.mjs';

const SECTIONS = ['people', 'posts', 'organizations', 'states'];
const TERM_KEYS = ['post', 'status', 'portfolio', 'start_date', 'end_date', 'note', 'due', 'checked', 'sources', 'held_sources', 'end_sources'];

/** Text of a scalar in flow style, quoted where YAML asks for it. */
export function scalar(value) {
  const text = String(value);
  if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(text) || text === '..') return text;
  return /^[\p{L}(][^:#,[\]{}"&*!|>%@`\n]*$/u.test(text) && !/^(?:no|yes|on|off|true|false|null|y|n|~)$/i.test(text) && text.trim() === text ? text : JSON.stringify(text);
}

/** One term as the repository writes it. */
export function termText(term) {
  const value = item => (Array.isArray(item) ? `[${item.join(', ')}]` : scalar(item));
  return `{${TERM_KEYS.filter(key => term[key] !== undefined && (!Array.isArray(term[key]) || term[key].length > 0)).map(key => `${key}: ${value(term[key])}`).join(', ')}}`;
}

export class Repository {
  constructor(folder) {
    this.folder = folder;
    this.files = new Map();
    this.people = [];
    this.posts = new Map();
    this.organizations = new Map();
    this.states = new Map();
    this.sources = new Map();
    for (const { path: file, text } of yamlFiles(folder)) this.read(file, text);
  }

  read(file, text) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const plain = document.toJS() ?? {};
    this.files.set(file, { text, document, edits: [], inserted: new Map() });
    for (const [id, source] of Object.entries(plain.sources ?? {})) this.sources.set(id, source);
    for (const section of SECTIONS) (plain[section] ?? []).forEach((record, index) => this.index(section, { ...record, file, index }));
    (plain.people ?? []).forEach((person, i) => (person.occupancies ?? []).forEach((term, k) => {
      const node = document.getIn(['people', i, 'occupancies', k], true);
      const above = k === 0 ? document.getIn(['people', i, 'occupancies'], true).commentBefore : undefined;
      term.at = { file, node, line: lines.linePos(node.range[0]).line };
      term.comment = [above, node.commentBefore, node.comment].filter(Boolean).join(' ').trim();
    }));
  }

  index(section, record) {
    if (section === 'people') this.people.push(record);
    else this[section].set(record.id, record);
  }

  /** Changes keys of a term; `undefined` takes a key out. A comment goes above it. */
  changeTerm(term, changes, comment) {
    Object.assign(term, changes);
    const { file, node } = term.at;
    if (!node) return;
    const { edits, text } = this.files.get(file);
    const parts = node.items.map(pair => [pair.key.value, text.slice(pair.key.range[0], pair.value.range[1]).trimEnd()]);
    term.written ??= new Map(parts);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) term.written.delete(key);
      else term.written.set(key, `${key}: ${Array.isArray(value) ? `[${value.join(', ')}]` : scalar(value)}`);
    }
    const known = [...term.written.keys()].sort((a, b) => rank(a) - rank(b) || 0);
    const before = edits.findIndex(edit => edit.node === node);
    const written = { node, from: node.range[0], to: node.range[1], text: `{${known.map(key => term.written.get(key)).join(', ')}}` };
    if (before < 0) edits.push(written);
    else edits[before] = written;
    if (comment) {
      const at = text.lastIndexOf('\n', node.range[0]) + 1;
      edits.push({ from: at, to: at, text: `      # ${comment}\n` });
      term.comment = [term.comment, comment].filter(Boolean).join(' ');
    }
  }

  /** One more term of a person who is recorded, or of one who was staged just now. */
  addTerm(person, term) {
    const added = { ...term, at: { file: person.file } };
    (person.occupancies ??= []).push(added);
    if (person.staged) return added;
    const { document, edits, text } = this.files.get(person.file);
    const list = document.getIn(['people', person.index, 'occupancies'], true);
    if (list?.items?.length > 0) {
      const start = span(term.start_date)?.[0] ?? 0;
      const later = list.items.find(item => (span(item.get('start_date'))?.[0] ?? -Infinity) > start);
      const near = later ?? list.items.at(-1);
      let at = later ? text.lastIndexOf('\n', near.range[0]) + 1 : lineEnd(text, near.range[1]);
      if (later) at = aboveComments(text, at);
      edits.push({ from: at, to: at, text: `      - ${termText(term)}\n` });
    } else {
      const at = lineEnd(text, document.getIn(['people', person.index], true).range[1]);
      edits.push({ from: at, to: at, text: `${person.opened ? '' : '    occupancies:\n'}      - ${termText(term)}\n` });
      person.opened = true;
    }
    return added;
  }

  /** A new record: `write` gives its YAML when all is known. */
  addRecord(section, file, record, write) {
    const staged = { ...record, file, staged: true };
    this.index(section, staged);
    if (!this.files.has(file)) this.files.set(file, { text: `schema: chancery-gazetteer/1\nchecked: ${record.checkedFile ?? '2025-12-31'}\n`, document: parseDocument(''), edits: [], inserted: new Map(), fresh: true });
    const inserted = this.files.get(file).inserted;
    if (!inserted.has(section)) inserted.set(section, []);
    inserted.get(section).push({ id: record.id, write: () => write(staged) });
    return staged;
  }

  addSource(id, fields) {
    if (this.sources.has(id)) return;
    this.sources.set(id, fields);
    const inserted = this.files.get('sources.yaml').inserted;
    if (!inserted.has('sources')) inserted.set('sources', []);
    inserted.get('sources').push({ id, write: () => `  ${id}: {${Object.entries(fields).map(([key, value]) => `${key}: ${key === 'url' ? JSON.stringify(value) : scalar(value)}`).join(', ')}}\n` });
  }

  /** The text of every file that changes. */
  changed() {
    const result = new Map();
    for (const [file, entry] of this.files) {
      if (entry.edits.length === 0 && entry.inserted.size === 0) continue;
      result.set(file, insertAll(applyEdits(entry.text, entry.edits), entry.inserted));
    }
    return result;
  }

  write() {
    const changed = this.changed();
    for (const [file, text] of changed) writeFileSync(path.join(this.folder, file), text);
    return changed.size;
  }

  /** All files with the changes made, for the engine’s own compiler. */
  whole() {
    const changed = this.changed();
    const all = [...this.files.keys()].map(file => ({ path: file, text: changed.get(file) ?? this.files.get(file).text }));
    return all;
  }
}

function rank(key) {
  const at = TERM_KEYS.indexOf(key);
  return at < 0 ? 5.5 : at;
}

function lineEnd(text, offset) {
  // the range of a last item runs to what follows it
  let at = offset;
  while (at > 0 && /\s/.test(text[at - 1])) at--;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function aboveComments(text, at) {
  let line = at;
  for (;;) {
    const before = text.lastIndexOf('\n', line - 2) + 1;
    if (line === 0 || !/^\s*#/.test(text.slice(before, line))) return line;
    line = before;
  }
}

function applyEdits(text, edits) {
  const sorted = edits.map((edit, i) => ({ ...edit, i })).sort((a, b) => a.from - b.from || a.to - b.to || a.i - b.i);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

/** New records of each section at their places by id. */
function insertAll(text, inserted) {
  let result = text;
  for (const [section, records] of inserted) {
    if (!new RegExp(`^${section}:`, 'm').test(result)) result = `${result.trimEnd()}\n\n${section}:\n`;
    const lines = result.split('\n');
    const head = lines.findIndex(line => line.startsWith(`${section}:`));
    let end = lines.findIndex((line, i) => i > head && /^\S/.test(line) && !line.startsWith('#'));
    if (end < 0) end = lines.length;
    while (end > head + 1 && lines[end - 1].trim() === '') end--;
    const starts = [];
    for (let i = head + 1; i < end; i++) {
      const id = section === 'sources' ? /^  ([a-z0-9][a-z0-9./-]*):/.exec(lines[i])?.[1] : /^  - (?:\{)?id: "?([\w./-]+)/.exec(lines[i])?.[1];
      if (id !== undefined) starts.push({ id, line: i });
    }
    for (let i = 0; i < starts.length; i++) while (starts[i].line > head + 1 && lines[starts[i].line - 1].startsWith('  #')) starts[i].line--;
    const places = records.map(record => ({ record, line: starts.find(start => start.id > record.id)?.line ?? end }));
    places.sort((a, b) => a.line - b.line || (a.record.id < b.record.id ? -1 : 1));
    const out = [];
    let at = 0;
    for (const { record, line } of places) {
      out.push(...lines.slice(at, line));
      out.push(record.write().trimEnd());
      at = line;
    }
    out.push(...lines.slice(at));
    result = out.join('\n');
  }
  return result.endsWith('\n') ? result : `${result}\n`;
}
