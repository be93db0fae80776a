/** FNV-1a over UTF-16 units with two seeds, 16 hexadecimal digits: tells contents apart, keeps no secret. */
export function contentHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c ^ (i & 0xff), 0x01000193);
  }
  return [a, b].map(n => (n >>> 0).toString(16).padStart(8, '0')).join('');
}
