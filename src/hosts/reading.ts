/** What all hosts hold to when they read files: how much, how deep, which, and in what encoding. */

/** Largest files that are read, in bytes: one of `.chancery/`, a briefing on the command line, an input of an import, a file of a register. */
export const LARGEST = { layer: 5_000_000, briefing: 20_000_000, input: 50_000_000, register: 200_000_000 } as const;
/** Folders below `gazetteer/` that are walked, and files of it that are read. */
export const DEEPEST = 6;
export const MOST_FILES = 500;

export const LINK = 'This is a link, and links are not followed here.';
export const IRREGULAR = 'This is no regular file, and was not read.';

export function tooLarge(most: number): string {
  return `The file is larger than ${most / 1_000_000} MB and was not read.`;
}

export function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

const BINARY_PROBE = 8000;

/**
 * The text of a file, with its byte-order mark. Nothing is guessed or put in the place of what is no text: who writes the
 * text back writes the same bytes.
 * @throws where the bytes are not UTF-8, saying so
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw new Error('This file is in UTF-16: save it as UTF-8.');
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) throw new Error('This is not a text file.');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('This file is not in UTF-8: save it as UTF-8.');
  }
}
