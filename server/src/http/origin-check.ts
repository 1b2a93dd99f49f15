// Refuses what another page makes a person's browser send: unsafe requests and upgrades must come from our own pages.
import type { IncomingMessage } from 'node:http';

type Request = Pick<IncomingMessage, 'headers'>;

export interface OriginRule {
  /** What people reach us by when it is not what arrives in `Host`. */
  readonly publicUrl: URL | null;
  /** We serve HTTPS ourselves: a page of the same name over plain HTTP is not ours. */
  readonly secure: boolean;
}

/** Without `Origin` and `Sec-Fetch-Site` the sender is no browser, and carries nobody's cookies unasked. */
export function createOriginCheck({ publicUrl, secure }: OriginRule): (request: Request) => boolean {
  return ({ headers }) => {
    if (headers.origin === undefined) {
      const site = headers['sec-fetch-site'];
      return site === undefined || site === 'same-origin' || site === 'none';
    }
    const origin = URL.parse(headers.origin);
    if (origin === null || !/^https?:$/.test(origin.protocol)) return false;
    if (publicUrl !== null && origin.origin === publicUrl.origin) return true;
    if (secure && origin.protocol !== 'https:') return false;
    // Parsed under the origin's scheme, so that a default port written out is the same host.
    return URL.parse(`${origin.protocol}//${headers.host ?? ''}`)?.host === origin.host;
  };
}
