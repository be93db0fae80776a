/**
 * Words at distance 1 of a word: two such words share one of their deletions (the word itself, and the word without each
 * of its letters). Words are kept in buckets by a hash of each of their deletions; who looks one up compares what is in
 * the bucket, since other words may be there as well.
 */
export interface DeletionColumns {
  /** By bucket: where its words begin; one entry more than there are buckets, which are a power of two. */
  readonly bucket: Int32Array;
  readonly word: Int32Array;
}

/** The word and the word without each of its letters, each once, in that order. */
export function deletionsOf(word: string): Set<string> {
  const keys = new Set([word]);
  for (let i = 0; i < word.length; i++) keys.add(word.slice(0, i) + word.slice(i + 1));
  return keys;
}

function bucketOf(key: string, mask: number): number {
  let hash = 7;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & mask;
}

/** `words` are pairs of a word and its id. */
export function buildDeletions(words: readonly (readonly [word: string, id: number])[]): DeletionColumns {
  let size = 16;
  while (size < words.length * 4) size *= 2;
  const bucketsOf = (word: string): Set<number> => new Set([...deletionsOf(word)].map(key => bucketOf(key, size - 1)));
  const bucket = new Int32Array(size + 1);
  for (const [word] of words) for (const b of bucketsOf(word)) bucket[b + 1]!++;
  for (let b = 0; b < size; b++) bucket[b + 1]! += bucket[b]!;
  const fill = bucket.slice();
  const column = new Int32Array(bucket[size]!);
  for (const [word, id] of words) for (const b of bucketsOf(word)) column[fill[b]!++] = id;
  return { bucket, word: column };
}

/** Ids of words that may have `key` among their deletions. */
export function inBucket({ bucket, word }: DeletionColumns, key: string): Int32Array {
  const b = bucketOf(key, bucket.length - 2);
  return word.subarray(bucket[b]!, bucket[b + 1]!);
}

/** Whether `key` is the word or the word without one letter. */
export function isDeletion(key: string, word: string): boolean {
  if (key === word) return true;
  if (key.length !== word.length - 1) return false;
  let i = 0;
  while (i < key.length && key[i] === word[i]) i++;
  return key.slice(i) === word.slice(i + 1);
}
