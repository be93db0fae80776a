// The Chromium that shows VS Code, driven by playwright-core.
import { ensureChromium, ensureServerPackages } from './dependencies.mjs';
import { requireFromHost } from './paths.mjs';

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** A headless Chromium; the caller closes it. The page it opens is our own, on 127.0.0.1. */
export async function launchBrowser(log = console.log) {
  ensureServerPackages();
  const executablePath = await ensureChromium(log);
  const { chromium } = requireFromHost('playwright-core');
  return chromium.launch({ executablePath, headless: true, args: flags, timeout: 60_000 });
}
