// Drives a real VS Code workbench in Chromium, for the tests beside this file and for the README's pictures.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchBrowser } from '../../../scripts/host/browser.mjs';
import { root } from '../../../scripts/host/paths.mjs';
import { startServer } from '../../../scripts/host/server.mjs';

/** Milliseconds that a wait for something on the page may take: a busy machine needs ten times an idle one's. */
const patience = 45_000;

const themes = {
  light: { name: 'Light Modern', mark: '.monaco-workbench.vs:not(.hc-light)' },
  dark: { name: 'Dark Modern', mark: '.monaco-workbench.vs-dark' },
  'high-contrast': { name: 'Default High Contrast', mark: '.monaco-workbench.hc-black' },
  'high-contrast-light': { name: 'Default High Contrast Light', mark: '.monaco-workbench.hc-light' },
};

let sharedBrowser;
const open = new Set();

/** Closes what the tests opened; the root hook below calls it under mocha. */
export async function closeAll() {
  for (const workbench of open) await workbench.close();
  const browser = await sharedBrowser;
  sharedBrowser = undefined;
  await browser?.close();
}

if (typeof globalThis.afterEach === 'function' && typeof globalThis.after === 'function') {
  globalThis.afterEach(async function pictureOfFailure() {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const name = test.fullTitle().replace(/[^A-Za-z0-9]+/g, '-').slice(0, 100);
    let number = 0;
    for (const workbench of open) {
      const path = join(root, 'dist', 'test', 'screenshots', `${name}${number === 0 ? '' : `-${number}`}.png`);
      await workbench.screenshot(path);
      console.log(`      picture: ${path}`);
      number += 1;
    }
  });
  globalThis.after(closeAll);
}

const spaces = (text) => text.replace(/\u00a0/g, ' ').replace(/\u200b/g, '');

/** In the page: the rectangle of the nth place of a text in the lines that the editor shows, or null. */
function locate({ text, nth }) {
  const lines = [...document.querySelectorAll('.editor-instance .view-lines .view-line')]
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  let seen = 0;
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let all = '';
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start: all.length });
      all += walker.currentNode.data.replace(/\u00a0/g, ' ');
    }
    const at = (offset, end) => {
      const held = nodes.findLast(({ start }) => (end ? start < offset : start <= offset));
      return [held.node, offset - held.start];
    };
    for (let from = all.indexOf(text); from !== -1; from = all.indexOf(text, from + 1)) {
      if (seen++ !== nth) continue;
      const range = document.createRange();
      range.setStart(...at(from, false));
      range.setEnd(...at(from + text.length, true));
      // A wrapped text has several rectangles; the first is enough to point at.
      const { x, y, width, height } = range.getClientRects()[0];
      return { x, y, width, height };
    }
  }
  return null;
}

/** In the page: the underlined places of the editor, with the text that each covers. */
function underlined() {
  const found = [];
  const lines = [...document.querySelectorAll('.editor-instance .view-lines .view-line')];
  for (const mark of document.querySelectorAll('.editor-instance .view-overlays [class*="squiggly-"]')) {
    const severity = /squiggly-(error|warning|info|hint)/.exec(mark.className)?.[1];
    const box = mark.getBoundingClientRect();
    if (severity === undefined || box.width === 0) continue;
    const middle = (box.top + box.bottom) / 2;
    const line = lines.find((candidate) => {
      const around = candidate.getBoundingClientRect();
      return around.top <= middle && middle <= around.bottom;
    });
    if (line === undefined) continue;
    let text = '';
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let offset = 0; offset < node.length; offset++) {
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const letter = range.getBoundingClientRect();
        const centre = (letter.left + letter.right) / 2;
        if (letter.width > 0 && centre >= box.left && centre <= box.right) text += node.data[offset];
      }
    }
    found.push({ severity, text: text.replace(/\u00a0/g, ' '), top: box.top, left: box.left });
  }
  return found.sort((a, b) => a.top - b.top || a.left - b.left).map(({ severity, text }) => ({ severity, text }));
}

/** One VS Code window over one server. Close it in an `after` hook. */
export class Workbench {
  /**
   * - `files`: name → content, written to a fresh folder that the window opens; or `folder`, an existing one
   * - `file`: name of a file in the folder to open at once
   * - `vsix`: install this file into the clean profile instead of loading the extension from source
   * - `theme`: light, dark, high-contrast or high-contrast-light
   * - `noFolder`: open the file alone, with no folder
   */
  static async start({
    files = {}, folder, file, noFolder = false, settings = {}, kind = 'node', vsix, theme = 'light',
    width = 1280, height = 800, scale = 1, extensionDevelopmentPath = root,
  } = {}) {
    const workbench = new Workbench();
    open.add(workbench);
    try {
      if (folder === undefined) {
        workbench.ownFolder = mkdtempSync(join(realpathSync(tmpdir()), 'chancery-note-'));
        for (const [name, content] of Object.entries(files)) {
          mkdirSync(dirname(join(workbench.ownFolder, name)), { recursive: true });
          writeFileSync(join(workbench.ownFolder, name), content);
        }
      }
      workbench.folder = folder ?? workbench.ownFolder;
      sharedBrowser ??= launchBrowser();
      const [server, browser] = await Promise.all([
        startServer({
          kind,
          ...(vsix === undefined ? { extensionDevelopmentPath } : { vsix }),
          settings: { 'workbench.colorTheme': themes[theme].name, 'editor.minimap.enabled': false, ...settings },
        }).then((started) => {
          // Kept at once, so that close() stops it whatever else goes wrong.
          workbench.server = started;
          return started;
        }),
        sharedBrowser,
      ]);
      workbench.context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
      const page = await workbench.context.newPage();
      workbench.page = page;
      page.setDefaultTimeout(patience);
      workbench.name = file;
      await page.goto(server.urlFor({
        ...(noFolder ? {} : { folder: workbench.folder }),
        ...(file === undefined ? {} : { file: join(workbench.folder, file) }),
      }));
      await page.locator(themes[theme].mark).waitFor();
      if (file !== undefined) await workbench.waitForEditor(file);
      return workbench;
    } catch (error) {
      await workbench.close();
      throw error;
    }
  }

  async close() {
    open.delete(this);
    await this.context?.close();
    await this.server?.stop();
    if (this.ownFolder !== undefined) rmSync(this.ownFolder, { recursive: true, force: true });
  }

  async waitForEditor(name) {
    const base = name.split('/').at(-1);
    await this.page.locator(`.tab.active[data-resource-name="${base}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Opens a file of the folder through Quick Open. */
  async open(name) {
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor();
    await input.fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name.split('/').at(-1) }).first().waitFor();
    await this.page.keyboard.press('Enter');
    this.name = name;
    await this.waitForEditor(name);
  }

  /** Runs a command by its title in the Command Palette, e.g. `Chancery: Insert Section…`. */
  async command(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor();
    await input.fill(`>${title}`);
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await row.waitFor();
    await this.page.keyboard.press('Enter');
    // The palette either closes or becomes the command's own list, without its mark.
    await this.page.waitForFunction(() => {
      const box = document.querySelector('.quick-input-widget');
      return box === null || box.getClientRects().length === 0 || !box.querySelector('input')?.value.startsWith('>');
    });
  }

  /** Rows of the open quick pick. */
  async choices() {
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    return (await this.page.locator('.quick-input-list .monaco-list-row .quick-input-list-entry').allInnerTexts()).map(spaces);
  }

  /** Scrolls to the first line of the file on disk that has the text, when it is not in view. */
  async reveal(text) {
    if (await this.page.evaluate(locate, { text, nth: 0 }) !== null || this.name === undefined) return;
    const line = this.diskText().split('\n').findIndex((candidate) => candidate.includes(text));
    if (line === -1) return;
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor();
    await input.fill(`:${line + 1}`);
    await this.page.keyboard.press('Enter');
  }

  /** Where a text of the editor is on the page, in CSS pixels. */
  async place(text, { nth = 0 } = {}) {
    await this.reveal(text);
    const until = Date.now() + patience;
    while (Date.now() < until) {
      const box = await this.page.evaluate(locate, { text, nth });
      if (box !== null) return box;
      await sleep(100);
    }
    throw new Error(`the editor does not show ‘${text}’. It shows:\n${await this.editorText()}`);
  }

  /** Points at a text and resolves with the hover's locator; tries again, as a first hover may come before the extension. */
  async hover(text, { nth = 0, containing, within = patience } = {}) {
    const hover = this.page.locator('.monaco-hover:not(.hidden)', containing === undefined ? {} : { hasText: containing }).first();
    const until = Date.now() + within;
    let lastTry = false;
    while (!lastTry) {
      lastTry = Date.now() >= until;
      const box = await this.place(text, { nth });
      await this.page.mouse.move(box.x + box.width / 2 + 150, box.y + 120, { steps: 2 });
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
      try {
        await hover.waitFor({ timeout: 4000 });
        return hover;
      } catch (error) {
        if (lastTry) throw new Error(`no hover over ‘${text}’: ${error.message}`, { cause: error });
      }
    }
    throw new Error(`no hover over ‘${text}’`);
  }

  async hoverText(text, options) {
    return spaces(await (await this.hover(text, options)).innerText());
  }

  /** Takes the hover away. */
  async leave() {
    await this.page.keyboard.press('Escape');
    await this.page.mouse.move(5, 5);
  }

  /** The underlined places in view, in order: `[{ severity: 'error'|'warning'|'info'|'hint', text }]`. */
  squiggles() {
    return this.page.evaluate(underlined);
  }

  /** Waits until a place with this text (and severity) is underlined. */
  async waitForSquiggle({ text, severity } = {}, within = patience) {
    const until = Date.now() + within;
    let last = [];
    while (Date.now() < until) {
      last = await this.squiggles();
      const found = last.find((mark) => (text === undefined || mark.text === text) && (severity === undefined || mark.severity === severity));
      if (found !== undefined) return found;
      await sleep(100);
    }
    const wanted = `${severity ?? 'mark'}${text === undefined ? '' : ` on ‘${text}’`}`;
    throw new Error(`no ${wanted} within ${within / 1000} s; underlined: ${JSON.stringify(last)}`);
  }

  /** Rows of the Problems panel, without the file's own row; waits until one has the text. */
  async problems({ containing } = {}) {
    const panel = this.page.locator('.markers-panel');
    if (!await panel.isVisible()) await this.page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    const rows = panel.locator('.monaco-list-row[aria-level="2"]');
    await (containing === undefined ? rows : rows.filter({ hasText: containing })).first().waitFor();
    return (await rows.allInnerTexts()).map((text) => spaces(text).replace(/\n/g, ' '));
  }

  /** Puts the cursor in a text, or behind it. */
  async cursor(text, { nth = 0, end = false } = {}) {
    const box = await this.place(text, { nth });
    const x = end ? box.x + box.width - 0.5 : box.x + box.width / 2;
    await this.page.mouse.click(x, box.y + box.height / 2);
  }

  /** Opens the quick fix menu on a text. The first key press is now and then lost, so it is pressed up to five times. */
  async openQuickFixes(text, { nth = 0 } = {}) {
    const row = this.page.locator('.action-widget .monaco-list-row.action').first();
    for (let attempt = 1; attempt <= 5; attempt++) {
      await this.cursor(text, { nth });
      await this.page.keyboard.press('Control+Period');
      try {
        await row.waitFor({ timeout: 3000 });
        return;
      } catch {
        await this.page.keyboard.press('Escape');
      }
    }
    throw new Error(`no quick fix menu on ‘${text}’ after five tries`);
  }

  /** The lines of the quick fix menu on a text; the menu is closed again. */
  async quickFixes(text, options) {
    await this.openQuickFixes(text, options);
    const titles = (await this.page.locator('.action-widget .monaco-list-row.action').allInnerTexts()).map((line) => spaces(line).trim());
    await this.page.keyboard.press('Escape');
    return titles;
  }

  /** Chooses a line of the quick fix menu by a part of its title. */
  async applyQuickFix(text, title, options) {
    await this.openQuickFixes(text, options);
    await this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
    await this.page.locator('.action-widget').first().waitFor({ state: 'hidden' });
  }

  /** Types as a person would. */
  type(text, { delay = 20 } = {}) {
    return this.page.keyboard.type(text, { delay });
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  /** Labels of the suggest widget once it shows; asks for it when it does not come by itself. */
  async suggestions({ containing, ask = true } = {}) {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    const wanted = containing === undefined ? rows.first() : rows.filter({ hasText: containing }).first();
    for (let attempt = 1; ; attempt++) {
      try {
        await wanted.waitFor({ timeout: 4000 });
        break;
      } catch (error) {
        if (attempt === 5) throw new Error(`no suggestion${containing === undefined ? '' : ` with ‘${containing}’`}: ${error.message}`, { cause: error });
        if (ask) await this.page.keyboard.press('Control+Space');
      }
    }
    return (await rows.locator('.label-name').allInnerTexts()).map(spaces);
  }

  /**
   * A notification with these words, and its buttons: `(await w.notification('Added')).getByRole('button', …)`. VS Code
   * shows no toast in a window without focus, so the list of notifications is opened from the status bar.
   */
  async notification(containing) {
    const toast = this.page.locator('.notifications-toasts .notification-list-item, .notifications-center .notification-list-item', { hasText: containing }).first();
    for (let attempt = 1; attempt <= 5; attempt++) {
      try {
        await toast.waitFor({ timeout: 3000 });
        return toast;
      } catch {
        const centre = this.page.locator('.notifications-center');
        if (!await centre.isVisible()) await this.page.locator('#status\\.notifications').click();
      }
    }
    throw new Error(`no notification with ‘${containing}’`);
  }

  /** A status bar item's text (first with these words). */
  async status(containing) {
    const item = this.page.locator('.statusbar-item', { hasText: containing }).first();
    await item.waitFor();
    return spaces(await item.innerText()).trim();
  }

  statusItem(containing) {
    return this.page.locator('.statusbar-item', { hasText: containing }).first();
  }

  /** The shown lines of the editor, from top to bottom. */
  async editorText() {
    const lines = await this.page.locator('.editor-instance .view-lines .view-line').evaluateAll((found) => found
      .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
      .sort((a, b) => a.top - b.top).map(({ text }) => text));
    return lines.map(spaces).join('\n');
  }

  /** Waits until the editor shows a text. */
  async waitForText(text) {
    await this.place(text);
  }

  /** A file of the folder as it is on disk. */
  diskText(name = this.name) {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Saves and waits until the file on disk has the text. */
  async save({ containing }) {
    await this.page.keyboard.press('Control+S');
    const until = Date.now() + patience;
    while (!this.diskText().includes(containing)) {
      if (Date.now() > until) throw new Error(`the saved file does not have ‘${containing}’:\n${this.diskText()}`);
      await sleep(100);
    }
  }

  /**
   * Changes user settings and loads the page again (3 to 6 s). VS Code's watch on the served settings file starts some
   * seconds after the page and misses changes, so waiting for it would make the tests depend on luck.
   */
  async setSettings(changes) {
    this.server.setSettings(changes);
    await this.page.reload();
    await this.page.locator('.monaco-workbench .statusbar').waitFor();
    if (this.name !== undefined) await this.waitForEditor(this.name);
  }

  async setTheme(theme) {
    await this.setSettings({ 'workbench.colorTheme': themes[theme].name });
    await this.page.locator(themes[theme].mark).waitFor();
  }

  /** Writes a PNG of the window, of a part of it (`clip`), or of a locator. */
  async screenshot(path, { of, clip } = {}) {
    mkdirSync(dirname(path), { recursive: true });
    if (of === undefined) await this.page.screenshot({ path, ...(clip === undefined ? {} : { clip }) });
    else await of.screenshot({ path });
  }
}
