/**
 * Where the command line begins: runs `cli-main.js` with the code that the build has compiled beforehand
 * (scripts/code-cache.cjs), where it is of this version of Node. Compiling is most of what starting costs otherwise.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import flags from './v8-flags.json';

/** The cache is of one version of Node, and V8 itself refuses one of another source. */
function compiled(): Buffer | undefined {
  try {
    return readFileSync(path.join(__dirname, `cli-main-${process.version}.cache`));
  } catch {
    // built without one: the source is compiled as it runs
    return undefined;
  }
}

const filename = path.join(__dirname, 'cli-main.js');
const cachedData = compiled();
// a short run: patterns are compiled once and for good, and code is optimised only where it runs on and on. What the
// flags are called is known for the version that the cache is of
if (cachedData) for (const flag of flags) setFlagsFromString(flag);
// the bundle is one function expression; regular expressions in it are not in ASCII
const script = new Script(readFileSync(filename, 'utf8'), { filename, ...(cachedData ? { cachedData } : {}) });
const main: (module: object, require: NodeJS.Require, filename: string, dirname: string) => void = script.runInThisContext();
main({ exports: {} }, createRequire(filename), filename, __dirname);
