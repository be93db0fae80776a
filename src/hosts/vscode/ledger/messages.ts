/** What the page of figures may say. */
export type LedgerMessage =
  | { readonly type: 'ready' | 'copy' | 'svg' | 'drawPng' }
  | { readonly type: 'go'; readonly subject: number; readonly row: number }
  | { readonly type: 'subject'; readonly index: number }
  | { readonly type: 'scope'; readonly folder: boolean }
  | { readonly type: 'png'; readonly base64: string };

/** Largest picture that is taken, in characters of base64. */
const LARGEST_PNG = 12_000_000;

/** Reads a message; `undefined` for all that the page of ours does not say. */
export function readMessage(given: unknown): LedgerMessage | undefined {
  if (given === null || typeof given !== 'object') return undefined;
  const message = given as Readonly<Record<string, unknown>>;
  switch (message['type']) {
    case 'ready': case 'copy': case 'svg': case 'drawPng': return { type: message['type'] };
    case 'go': {
      const place = typeof message['key'] === 'string' ? /^(\d{1,6}) (\d{1,6})$/.exec(message['key']) : null;
      return place ? { type: 'go', subject: Number(place[1]), row: Number(place[2]) } : undefined;
    }
    case 'subject': return isIndex(message['index']) ? { type: 'subject', index: message['index'] } : undefined;
    case 'scope': return typeof message['folder'] === 'boolean' ? { type: 'scope', folder: message['folder'] } : undefined;
    case 'png': {
      const data = message['data'];
      const picture = typeof data === 'string' && data.length <= LARGEST_PNG ? /^data:image\/png;base64,(iVBORw0KGgo[A-Za-z0-9+/]+={0,2})$/.exec(data) : null;
      return picture ? { type: 'png', base64: picture[1]! } : undefined;
    }
    default: return undefined;
  }
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
