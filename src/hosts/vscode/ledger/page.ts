import { DARK, type FigureEntry, ledgerPlot, LIGHT, type PlotColours } from '../../../chancery';

export interface LedgerRow {
  readonly subject: string;
  readonly entry: FigureEntry;
  /** Name of the note, where there are several. */
  readonly note?: string;
  readonly uri: string;
}

export interface LedgerSubject {
  readonly name: string;
  readonly rows: readonly LedgerRow[];
}

/** Colours of the editor's theme: the page follows it without being drawn again. */
const THEME: PlotColours = {
  text: 'var(--vscode-foreground)', line: 'var(--vscode-descriptionForeground)', back: 'var(--vscode-editor-background)',
  series: LIGHT.series.map((_, i) => `var(--series-${i})`),
};
/** The theme's own colours for charts are too pale in some themes for thin marks. */
const series = ({ series: colours }: PlotColours): string => colours.map((colour, i) => `--series-${i}: ${colour};`).join(' ');

const STYLE = `
body { ${series(LIGHT)} }
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { ${series(DARK)} }
body { padding: 0 16px 24px; color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }
h1 { font-size: 1.3em; font-weight: 600; margin: 14px 0 8px; }
.bar { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 8px 0; }
button, select, input { font: inherit; color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-contrastBorder, var(--vscode-input-border, var(--vscode-descriptionForeground))); border-radius: 2px; padding: 3px 8px; }
button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); cursor: pointer; }
button[aria-pressed="false"] { opacity: .55; text-decoration: line-through; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
svg { max-width: 100%; height: auto; display: block; }
.mark { cursor: pointer; } .mark:hover, .mark:focus-visible { stroke-width: 2; filter: brightness(1.2); }
table { border-collapse: collapse; width: 100%; margin-top: 8px; }
th { text-align: left; font-weight: 600; } th, td { padding: 3px 12px 3px 0; border-bottom: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, #8884)); vertical-align: top; }
tr[data-key] { cursor: pointer; content-visibility: auto; contain-intrinsic-size: auto 26px; } tr[data-key]:hover { background: var(--vscode-list-hoverBackground); }
.apart::before { content: "\\26A0  "; color: var(--vscode-list-warningForeground); } [hidden] { display: none !important; }
@media (prefers-reduced-motion: no-preference) { .mark { transition: filter .1s; } }`;

/** What runs in the page: it tells the extension what was chosen, and hides what was filtered out. It takes no text from the note. */
const SCRIPT = `
const vscode = acquireVsCodeApi();
const main = document.getElementById('main');
const off = new Set(vscode.getState()?.off ?? []);
const post = (type, more) => vscode.postMessage({ type, ...more });
const keyed = event => event.target.closest('[data-key]');
function go(event) { const at = keyed(event); if (at) { event.preventDefault(); post('go', { key: at.dataset.key }); } }
function filter() {
  const words = document.getElementById('words').value.toLowerCase();
  for (const row of main.querySelectorAll('tr[data-key]')) row.hidden = off.has(row.dataset.name) || !row.textContent.toLowerCase().includes(words);
  for (const chip of main.querySelectorAll('button[data-name]')) chip.setAttribute('aria-pressed', String(!off.has(chip.dataset.name)));
  const hidden = new Set([...main.querySelectorAll('button[data-name]')].filter(c => off.has(c.dataset.name)).map(c => c.dataset.source));
  for (const part of main.querySelectorAll('svg [data-source]')) part.style.display = hidden.has(part.dataset.source) ? 'none' : '';
}
main.addEventListener('click', event => {
  const chip = event.target.closest('button[data-name]');
  if (chip) { off.has(chip.dataset.name) ? off.delete(chip.dataset.name) : off.add(chip.dataset.name); vscode.setState({ off: [...off] }); filter(); return; }
  const button = event.target.closest('button[data-do]');
  if (button) { button.dataset.do === 'png' ? post('drawPng', {}) : post(button.dataset.do, {}); return; }
  go(event);
});
main.addEventListener('keydown', event => { if (event.key === 'Enter' || event.key === ' ') go(event); });
main.addEventListener('change', event => { if (event.target.id === 'subject') post('subject', { index: Number(event.target.value) }); if (event.target.id === 'scope') post('scope', { folder: event.target.value === 'folder' }); });
main.addEventListener('input', event => { if (event.target.id === 'words') filter(); });
window.addEventListener('message', ({ data }) => {
  if (data.type === 'png') {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = image.width * 2; canvas.height = image.height * 2;
      const context = canvas.getContext('2d'); context.scale(2, 2); context.drawImage(image, 0, 0);
      post('png', { data: canvas.toDataURL('image/png') });
    };
    image.src = data.source;
    return;
  }
  if (data.type !== 'show') return;
  const focus = document.activeElement?.dataset?.key ?? document.activeElement?.id;
  const words = document.getElementById('words')?.value ?? '';
  main.innerHTML = data.body;
  document.getElementById('words').value = words;
  filter();
  if (focus) (document.getElementById(focus) ?? [...main.querySelectorAll('[data-key]')].find(e => e.dataset.key === focus))?.focus({ preventScroll: true });
});
post('ready', {});`;

/** The page without its content: nothing from elsewhere, no script but its own. */
export function ledgerPage(nonce: string): string {
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>Figures</title><style nonce="${nonce}">${STYLE}</style></head>` +
    `<body><main id="main"></main><script nonce="${nonce}">${SCRIPT}</script></body></html>`;
}

/** What the page shows: escaped all through. @param chosen index of the subject in the plot */
export function ledgerBody(title: string, subjects: readonly LedgerSubject[], chosen: number, folder: boolean): string {
  const subject = subjects[chosen];
  const scope = `<select id="scope" aria-label="Figures of">${option('note', 'This note', !folder)}${option('folder', 'All notes of the folder', folder)}</select>`;
  const filter = '<input id="words" type="search" placeholder="Filter" aria-label="Filter the table">';
  const head = `<h1>${text(`Figures of ${title}`)}</h1>`;
  if (!subject) return `${head}<div class="bar">${scope}<span hidden>${filter}</span></div><p>There are no figures here.</p>`;
  const choice = `<select id="subject" aria-label="What is counted">${subjects.map((s, i) => option(String(i), `${s.name} (${s.rows.length})`, i === chosen)).join('')}</select>`;
  const buttons = '<button data-do="copy">Copy as Markdown</button><button data-do="svg">Save as SVG…</button><button data-do="png">Save as PNG…</button>';
  const names = [...new Set(subject.rows.filter(r => r.entry.day !== undefined).map(r => r.entry.source ?? 'no source'))];
  const chips = names.length < 2 ? '' : `<div class="bar" role="group" aria-label="Sources">${names.map((name, i) => `<button data-name="${text(name)}" data-source="${i}" aria-pressed="true">${text(name)}</button>`).join('')}</div>`;
  const plot = ledgerPlot(subject.name, subject.rows.map((r, i) => ({ entry: r.entry, key: `${chosen} ${i}` })), THEME);
  return `${head}<div class="bar">${scope}${choice}</div>${chips}${plot ?? '<p>No figure here has a date.</p>'}<div class="bar">${buttons}${filter}</div>${tableOf(subjects, chosen, folder)}`;
}

function tableOf(subjects: readonly LedgerSubject[], chosen: number, folder: boolean): string {
  const rows = (subject: LedgerSubject, s: number): string => subject.rows.map(({ entry, note }, i) =>
    `<tr data-key="${s} ${i}" data-name="${text(entry.source ?? 'no source')}" tabindex="0" role="button"><td>${text(subject.name)}</td><td${entry.apart ? ' class="apart"' : ''}>${text(entry.text)}${entry.apart ? '<span hidden> (does not fit)</span>' : ''}</td>` +
    `<td>${text(entry.source ?? '–')}</td><td>${text(entry.date || '–')}${entry.dated || entry.date === '' ? '' : ' (as the note)'}</td>${folder ? `<td>${text(note ?? '')}</td>` : ''}</tr>`).join('');
  const order = [chosen, ...subjects.keys()].filter((s, i, all) => all.indexOf(s) === i);
  return `<table><thead><tr><th>What</th><th>Figure</th><th>Source</th><th>Date</th>${folder ? '<th>Note</th>' : ''}</tr></thead><tbody>${order.map(s => rows(subjects[s]!, s)).join('')}</tbody></table>`;
}

function option(value: string, words: string, selected: boolean): string {
  return `<option value="${value}"${selected ? ' selected' : ''}>${text(words)}</option>`;
}

function text(words: string): string {
  return words.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, ' ').replace(/[<>&"'`=]/g, c => `&#${c.charCodeAt(0)};`);
}
