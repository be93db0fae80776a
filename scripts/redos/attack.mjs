/**
 * Attacks a regular expression with its own matches: a piece of one is repeated, with what stood before and behind it,
 * and the engine that will run it says what it costs. For those that the checker of patterns does not decide in time.
 */
import fc from 'fast-check';

/** Milliseconds for a text of so many characters that mean the square of it or worse. */
const TOO_SLOW = 12;
const TRIES = 50;
const USUAL = ['11111111', 'aaaaaaaa', 'a a a a', '- - - -', 'aAaAaA aA', '.,.,.,', '((((', '""""'];
const SIMPLE = { L: 'A-Za-zé', Lu: 'A-ZÉ', Ll: 'a-zé', N: '0-9', Nd: '0-9', M: '\u0301', P: '!-\\/', Sc: '$€' };

/** The pattern without what its matches cannot be made from: assertions about the surroundings, classes of Unicode. */
export function simpler(source) {
  let out = '';
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const rest = source.slice(i);
    const property = /^\\p\{(\w+)\}/.exec(rest);
    const around = inClass ? null : /^\(\?<?[=!]/.exec(rest);
    const boundary = inClass ? null : /^\\[bB]/.exec(rest);
    const other = /^\\P\{\w+\}/.exec(rest);
    if (property) {
      const letters = SIMPLE[property[1]] ?? 'a';
      out += inClass ? letters : `[${letters}]`;
      i += property[0].length - 1;
    } else if (other) {
      out += inClass ? '!' : '[! ]';
      i += other[0].length - 1;
    } else if (around) {
      i = closing(source, i) ;
      if (/^[?*+]/.test(source.slice(i + 1))) i++;
    } else if (boundary) {
      i += 1;
    } else if (source[i] === '\\') {
      out += source[i] + source[++i];
    } else {
      if (source[i] === '[') inClass = true;
      else if (source[i] === ']') inClass = false;
      out += source[i];
    }
  }
  return out.replace(/\(\?<\w+>/g, '(').replace(/\\k<\w+>/g, '');
}

/** Where the bracket that opens at `from` is closed. */
function closing(source, from) {
  let depth = 0;
  let inClass = false;
  for (let i = from; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (inClass) inClass = source[i] !== ']';
    else if (source[i] === '[') inClass = true;
    else if (source[i] === '(') depth++;
    else if (source[i] === ')' && --depth === 0) return i;
  }
  return source.length;
}

const KINDS = /\s/;

/** A stretch of one kind, of spaces or of others, is as long as `run` at most; what has both is as long as the text. */
/** Lengths of a text on the way to its whole: a power is sixteen times as slow from one to the next at most. */
const STEPS = [...Array.from({ length: 36 }, (_, i) => 16 + i * 4), 320, 900, 2500];

function* attacks(matches, length, run, random) {
  for (const match of matches) {
    for (let n = 0; n < 6; n++) {
      const from = Math.floor(random() * match.length);
      const to = Math.min(match.length, from + 1 + Math.floor(random() * (n % 2 === 0 ? 3 : 14)));
      const pump = match.slice(from, to);
      if (pump === '') continue;
      const most = KINDS.test(pump) && /\S/.test(pump) ? length : Math.min(length, run);
      const many = pump.repeat(Math.ceil(most / pump.length)).slice(0, most);
      yield many;
      yield `${match.slice(0, from)}${many}\u0001`;
      yield `${match.slice(0, from)}${many}${match.slice(to, -1)}`;
    }
  }
}

/** The text on which the pattern takes more than linear time, if one is found. */
export function attacked(source, flags, length, run = length) {
  const regex = new RegExp(source, flags.replace(/[gy]/g, '') + (flags.includes('y') ? 'y' : ''));
  let matches;
  try {
    matches = fc.sample(fc.stringMatching(new RegExp(simpler(source), flags.replace(/[gyiu]/g, ''))), { numRuns: TRIES, seed: 7 });
  } catch {
    // what has back references, or nothing but a look ahead
    matches = USUAL;
  }
  let state = 7;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
  const cost = text => {
    const from = process.hrtime.bigint();
    if (flags.includes('g')) for (const _ of text.matchAll(new RegExp(source, flags))); else regex.exec(text);
    return Number(process.hrtime.bigint() - from) / 1e6;
  };
  for (const text of attacks(matches, length, run, random)) {
    // powers and cubes show in a short text, and are not waited for
    for (const part of [...STEPS, text.length]) {
      if (part > text.length) break;
      const cut = part === text.length ? text : text.slice(0, part - 3) + text.slice(-3);
      if (cost(cut) > TOO_SLOW && Math.min(cost(cut), cost(cut)) > TOO_SLOW) return { text: cut, ms: cost(cut) };
    }
  }
  return undefined;
}
