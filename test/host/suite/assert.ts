/** Assertions that run in Node and in a web worker alike. */
export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

export function equal<T>(actual: T, expected: T, what = ''): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what === '' ? '' : `${what}: `}expected ${b}, got ${a}`);
}

export function match(actual: string, pattern: RegExp, what = ''): void {
  if (!pattern.test(actual)) throw new Error(`${what === '' ? '' : `${what}: `}${pattern} does not match ${JSON.stringify(actual)}`);
}

/** Waits until a condition holds; fails after so many milliseconds. */
export async function until<T>(condition: () => T | undefined | false | Thenable<T | undefined | false>, what: string, milliseconds = 15_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${what}: not in ${milliseconds} ms`);
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}
