// Bundles test/host/suite/*.test.ts twice: for the Node extension host (mocha stays outside) and for the web worker
// host, which loads one CommonJS file and has neither Node's modules nor mocha's Node side.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hostFolder, requireFromHost, root } from './paths.mjs';

const requireFromRoot = createRequire(join(root, 'package.json'));

/** mocha's browser build is an old-style module in a package that declares new-style ones, so its kind is told here. */
const mochaForBrowsers = {
  name: 'mocha-for-browsers',
  setup(build) {
    build.onResolve({ filter: /^mocha$/ }, () => ({ path: requireFromRoot.resolve('mocha/mocha.js'), namespace: 'mocha' }));
    build.onLoad({ filter: /.*/, namespace: 'mocha' }, ({ path }) => ({
      // The file leaves the class as a global and exports a ready instance; the suites' runner wants the class, as in Node.
      contents: `${readFileSync(path, 'utf8').replace(/\/\/# sourceMappingURL=.*/, '')}\nmodule.exports = globalThis.Mocha;\n`,
      loader: 'js',
      resolveDir: dirname(path),
    }));
  },
};

/** In Node the CommonJS file is named outright: the extension host's own `require` need not load a new-style module. */
const mochaForNode = {
  name: 'mocha-for-node',
  setup(build) {
    build.onResolve({ filter: /^mocha$/ }, () => ({ path: 'mocha/lib/mocha.cjs', external: true }));
  },
};

function entry(pattern) {
  const suites = readdirSync(join(hostFolder, 'suite')).filter((name) => name.endsWith('.test.ts') && name.includes(pattern)).sort();
  if (suites.length === 0) throw new Error(`test/host/suite has no *.test.ts with ‘${pattern}’ in its name`);
  const load = suites.map((name) => `  require('./suite/${name}');`).join('\n');
  return `import { prepare, execute } from './runner/run';
export async function run() {
  const mocha = prepare();
${load}
  await execute(mocha);
}
`;
}

/**
 * Writes node.js and web.js into outdir (default dist/test/host). The web worker loads only files of the extension under
 * test, so outdir lies inside its folder. Only files with the pattern in their name are taken.
 * @returns the two paths, by host kind
 */
export async function bundleSuite({ outdir = join(root, 'dist', 'test', 'host'), pattern = '' } = {}) {
  const { build } = requireFromRoot('esbuild');
  const shared = {
    stdin: { contents: entry(pattern), resolveDir: hostFolder, sourcefile: 'suite.ts', loader: 'ts' },
    bundle: true, format: 'cjs', target: 'es2022', sourcemap: 'inline', logLevel: 'warning',
  };
  const files = { node: join(outdir, 'node.js'), web: join(outdir, 'web.js') };
  await Promise.all([
    build({
      ...shared, outfile: files.node, platform: 'node', external: ['vscode'],
      define: { HOST_KIND: '"node"' }, plugins: [mochaForNode],
    }),
    build({
      ...shared, outfile: files.web, platform: 'browser', external: ['vscode'],
      define: { HOST_KIND: '"web"', global: 'globalThis' }, plugins: [mochaForBrowsers],
      alias: { 'node:assert': requireFromHost.resolve('assert/'), 'node:assert/strict': requireFromHost.resolve('assert/') },
      inject: [join(hostFolder, 'runner', 'process.js')],
    }),
  ]);
  return files;
}
