#!/usr/bin/env node
// Stands in for the desktop VS Code executable where there is none: takes the arguments that @vscode/test-electron gives
// it, shows VS Code's server in Chromium, prints what the tests print, and exits with their code.
// CHANCERY_HOST_KIND=node|web chooses the extension host; CHANCERY_HOST_SECONDS is the longest that the tests may take.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/** What runner/run.ts puts before each line of the tests, to tell them from VS Code's own. */
const testLine = '│ ';
/** Seconds from opening the page to the first line of the tests: 5 on an idle machine. */
const firstLineSeconds = 120;
/** What this VS Code says on every start: parts that it does without here. */
const knownNoise = /spdlog|native-watchdog|additional builtin extensions|Activating extension 'vscode\.|AccountPolicyGate|AgentHost|authentication provider 'github'|\[Service Worker\] registration|Creating a socket|connection token|reconnection-grace-time/;
const wholeSeconds = Number(process.env.CHANCERY_HOST_SECONDS ?? 300);

function readArguments(args) {
  const read = {};
  for (const argument of args) {
    const option = /^--(extensionDevelopmentPath|extensionTestsPath)=(.*)$/s.exec(argument);
    if (option !== null) {
      const value = option[2];
      if (read[option[1]] !== undefined) throw new Error(`--${option[1]} was given twice; one is all this can load`);
      read[option[1]] = resolve(value);
    } else if (!argument.startsWith('-')) {
      read.folder ??= resolve(argument);
    }
  }
  const tests = read.extensionTestsPath;
  if (tests !== undefined && !existsSync(tests) && existsSync(`${tests}.js`)) read.extensionTestsPath = `${tests}.js`;
  for (const name of ['extensionDevelopmentPath', 'extensionTestsPath']) {
    if (read[name] === undefined) throw new Error(`--${name}= is missing`);
    if (!existsSync(read[name])) throw new Error(`--${name}: ${read[name]} is not there`);
  }
  return read;
}

/** Resolves with the tests' exit code; rejects with the reason when they do not get there. */
async function runInBrowser(server, browser, record) {
  const page = await browser.newPage();
  const started = Date.now();
  let heard = false;
  const exit = new Promise((fulfil, reject) => {
    const overdue = setTimeout(() => {
      if (!heard) reject(new Error(`the tests printed nothing in ${firstLineSeconds} s`));
    }, firstLineSeconds * 1000);
    const endless = setTimeout(() => reject(new Error(`the tests did not finish in ${wholeSeconds} s`)), wholeSeconds * 1000);
    const settle = (action) => (value) => {
      clearTimeout(overdue);
      clearTimeout(endless);
      action(value);
    };
    const fail = settle(reject);
    page.on('crash', () => fail(new Error('the page of VS Code crashed')));
    page.on('pageerror', (error) => record(`page: ${error.message}`));
    server.finished.then(() => fail(new Error('the server of VS Code ended by itself')));
    browser.on('disconnected', () => fail(new Error('Chromium ended by itself')));
    page.exposeFunction('codeAutomationExit', settle(fulfil)).catch(fail);
    page.exposeFunction('codeAutomationLog', (type, args) => {
      const text = format(...args);
      const mark = text.indexOf(testLine);
      if (mark !== -1) {
        heard = true;
        console.log(text.slice(mark + testLine.length));
      } else {
        record(`${type}: ${text}`);
      }
    }).then(() => page.goto(server.url)).catch(fail);
  });
  const code = await exit;
  if (code === 0 && !heard) throw new Error('VS Code reported success, but no line of the tests arrived');
  console.log(`(${((Date.now() - started) / 1000).toFixed(1)} s from opening the page)`);
  return code;
}

async function main() {
  const options = readArguments(process.argv.slice(2));
  const kind = process.env.CHANCERY_HOST_KIND ?? 'node';
  if (kind !== 'node' && kind !== 'web') throw new Error(`CHANCERY_HOST_KIND is ${kind}; it is node or web`);

  const lines = [];
  const record = (line) => {
    if (knownNoise.test(line)) return;
    lines.push(line.split('\n').slice(0, 8).join('\n'));
    if (lines.length > 400) lines.shift();
  };
  let server;
  let browser;
  const close = async () => {
    await browser?.close().catch((error) => console.error(`Chromium did not close: ${error.message}`));
    await server?.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => close().finally(() => process.exit(130)));
  try {
    // Side by side, because each takes a second or two; both are waited for, so that neither is left behind.
    const [first, second] = await Promise.allSettled([startServer({ ...options, kind }), launchBrowser()]);
    server = first.value;
    browser = second.value;
    for (const attempt of [first, second]) if (attempt.status === 'rejected') throw attempt.reason;
    const code = await runInBrowser(server, browser, record);
    // A suite that broke before its first test has only said so among VS Code's own lines.
    if (code !== 0) {
      console.error(`The tests ended with ${code}. What VS Code itself said last:\n${lines.slice(-20).join('\n')}`);
    }
    return code;
  } catch (error) {
    console.error(`The tests in VS Code could not run: ${error instanceof Error ? error.message : String(error)}`);
    if (lines.length > 0) console.error(`Last lines of the page:\n${lines.slice(-40).join('\n')}`);
    if (server !== undefined) console.error(`Last lines of the server:\n${server.log().slice(-3000)}`);
    return 1;
  } finally {
    await close();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
