/** How one number may have become the other under a tired hand. */
export type Slip = 'transposed' | 'digit' | 'magnitude';

/** Significant digits of a value, without the zeros at its end. */
function digitsOf(value: number): string {
  const text = value >= 1 && Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12))).replace('.', '');
  return text.replace(/^0+/, '').replace(/0+$/, '');
}

/** Digits changed places, one digit of four or more differs, or a factor of ten, a hundred or a thousand and so on. */
export function slipBetween(a: number, b: number): Slip | undefined {
  if (a === b || !(a > 0) || !(b > 0) || a >= 1e15 || b >= 1e15) return undefined;
  const [small, large] = a < b ? [a, b] : [b, a];
  const factor = large / small;
  const power = Math.round(Math.log10(factor));
  if (power >= 1 && Math.abs(factor / 10 ** power - 1) < 1e-9) return large >= 100 ? 'magnitude' : undefined;
  const [left, right] = [digitsOf(small), digitsOf(large)];
  if (left.length !== right.length || left.length < 2 || Math.abs(Math.log10(factor)) >= 1) return undefined;
  const differing = [...left].map((digit, i) => (digit === right[i] ? -1 : i)).filter(i => i >= 0);
  if (differing.length === 1) return left.length >= 4 ? 'digit' : undefined;
  if (differing.length === 2) {
    const [i, k] = differing as [number, number];
    return left[i] === right[k] && left[k] === right[i] ? 'transposed' : undefined;
  }
  const pairs = differing.length === 4 && [0, 2].every(n => {
    const [i, k] = [differing[n]!, differing[n + 1]!];
    return k === i + 1 && left[i] === right[k] && left[k] === right[i];
  });
  return pairs ? 'transposed' : undefined;
}
