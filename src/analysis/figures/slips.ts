/** How one number may have become the other under a tired hand. */
export type Slip = 'transposed' | 'digit' | 'magnitude' | 'sound';

/** Significant digits of a value, without the zeros at its end. */
function digitsOf(value: number): string {
  const text = value >= 1 && Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12))).replace('.', '');
  return text.replace(/^0+/, '').replace(/0+$/, '');
}

/** Thirteen and thirty, fifty and fifteen: heard or read for each other. */
function soundsLike(small: number, large: number): boolean {
  const scale = [1e9, 1e6, 1e3, 1].find(s => small >= 13 * s);
  if (scale === undefined) return false;
  const teen = small / scale;
  return Number.isInteger(teen) && teen >= 13 && teen <= 19 && large === (teen - 10) * 10 * scale;
}

/** How many digits of two numbers of one length changed places, when nothing else differs: 100,600 and 106,000. */
function changedPlaces(left: string, right: string): boolean {
  if (left.length !== right.length || left.length < 2) return false;
  const differing = [...left].map((digit, i) => (digit === right[i] ? -1 : i)).filter(i => i >= 0);
  const swapped = (i: number, k: number): boolean => left[i] === right[k] && left[k] === right[i];
  if (differing.length === 2) return swapped(differing[0]!, differing[1]!);
  return differing.length === 4 && [0, 2].every(n => differing[n + 1] === differing[n]! + 1 && swapped(differing[n]!, differing[n + 1]!));
}

/** Digits changed places, one digit of four or more differs, or a factor of ten, a hundred or a thousand and so on. */
export function slipBetween(a: number, b: number): Slip | undefined {
  if (a === b || !(a > 0) || !(b > 0) || a >= 1e15 || b >= 1e15) return undefined;
  const [small, large] = a < b ? [a, b] : [b, a];
  const factor = large / small;
  const power = Math.round(Math.log10(factor));
  if (power >= 1 && Math.abs(factor / 10 ** power - 1) < 1e-9) return large >= 100 ? 'magnitude' : undefined;
  const [left, right] = [digitsOf(small), digitsOf(large)];
  if (soundsLike(small, large)) return 'sound';
  const whole = Number.isInteger(small) && Number.isInteger(large);
  if (changedPlaces(left, right) || whole && changedPlaces(String(small), String(large))) return Math.log10(factor) < 1 ? 'transposed' : undefined;
  if (left.length !== right.length || left.length < 4 || Math.log10(factor) >= 1) return undefined;
  return [...left].filter((digit, i) => digit !== right[i]).length === 1 ? 'digit' : undefined;
}
