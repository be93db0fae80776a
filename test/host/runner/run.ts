import Mocha from 'mocha';

/** Before each line that the tests print: the launcher tells them from VS Code's own lines by it. */
const testLine = '│ ';

/** VS Code passes each call of console.log on as one message; it lets nobody replace console.log, but mocha does. */
function print(template: unknown = '', ...values: unknown[]): void {
  for (const line of fill(String(template), values).split('\n')) console.log(testLine + line.replace(/%/g, '%%'));
}

/** The printf-style places that mocha's reporters use: %s and %d, and %% for a percent sign. */
function fill(template: string, values: unknown[]): string {
  const left = [...values];
  const text = template.replace(/%([sdifoOj%])/g, (place, kind: string) => {
    if (kind === '%') return '%';
    return left.length > 0 ? String(left.shift()) : place;
  });
  return [text, ...left.map(String)].join(' ');
}

/** A mocha whose describe, it and hooks are global, so that the suites can be loaded. */
export function prepare(): Mocha {
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000, forbidOnly: true, forbidPending: true });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  return mocha;
}

/**
 * Runs the loaded suites.
 * @throws {Error} when a test failed, and when none ran: VS Code exits with 1 then
 */
export async function execute(mocha: Mocha): Promise<void> {
  let runner: Mocha.Runner | undefined;
  const failures = await new Promise<number>((resolve) => {
    runner = mocha.run(resolve);
  });
  const passes = runner?.stats?.passes ?? 0;
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed`);
  if (passes === 0) throw new Error('no test ran in VS Code');
}
