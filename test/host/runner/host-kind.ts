declare const HOST_KIND: 'node' | 'web';

/** The extension host that this bundle was made for: Node's, or the browser's web worker. */
export const hostKind = HOST_KIND;
