import { slug } from './ids';
import type { Draftable } from './plain';

export interface LinkedSource {
  /** The address. */
  readonly key: string;
  readonly wanted: string;
  readonly fields: Draftable;
}

/** A record of a source from a link. The publisher is the host of the address: what a link alone says for certain. */
export function sourceOf(url: string | undefined, title: string | undefined, publisher?: string): LinkedSource | undefined {
  if (url === undefined) return undefined;
  const [, host, rest = ''] = /^https?:\/\/(?:www\.)?([^/?#\s]+)([/?#]\S*)?$/i.exec(url) ?? [];
  if (host === undefined) return undefined;
  const tail = slug(rest).split('-').filter(word => word !== '').slice(-6).join('-').slice(0, 60);
  const name = slug(host);
  if (name === '') return undefined;
  return {
    key: url,
    wanted: tail === '' ? name : `${name}-${tail}`.replace(/(?<!-)-+$/, ''),
    fields: { ...(title === undefined ? {} : { title }), publisher: publisher ?? host, url },
  };
}
