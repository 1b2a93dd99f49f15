// Where a request comes from: the peer of its socket, or, behind a proxy we were told to believe, the address that proxy saw.
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

type Request = Pick<IncomingMessage, 'socket' | 'headers'> & { readonly httpVersion?: string };

/**
 * Who is counted together. `networks` are addresses or CIDR blocks of proxies whose `X-Forwarded-For` is believed. Of an IPv6 address only
 * the network counts: one household, or one attacker, has 2⁶⁴ of them.
 */
export function createAddressReader(networks: readonly string[]): (request: Request) => string {
  const proxies = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(prefix), family);
  }
  const isProxy = (address: string): boolean => {
    const version = isIP(address);
    return version !== 0 && proxies.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
  return ({ socket, headers }) => {
    let address = plain(socket.remoteAddress ?? '');
    const forwarded = [headers['x-forwarded-for'] ?? []]
      .flat()
      .join(',')
      .split(',')
      .map((one) => plain(one.trim()));
    // From the right: each trusted proxy vouches for the one address before it, and for nothing further left.
    while (isProxy(address) && forwarded.length > 0) {
      const before = forwarded.pop() ?? '';
      if (isIP(before) === 0) break;
      address = before;
    }
    return isIP(address) === 6 ? networkOf(address) : address;
  };
}

/** The first 64 bits of an IPv6 address: `2001:db8::7` → `2001:db8:0:0::/64`. */
function networkOf(address: string): string {
  const [before = [], after = []] = (address.split('%')[0] ?? '').split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** An IPv4 address that arrived over IPv6 (`::ffff:10.0.0.1`) is the same address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/**
 * Somebody at this very machine: the socket's peer is loopback, no proxy stands between, and the address they typed is this machine's
 * (a page of elsewhere whose name was made to point here types its own; behind a proxy that tells nothing of itself, the page has the
 * name people know, and what the proxy speaks is the HTTP/1.0 no browser speaks).
 */
export function isFromThisMachine({ socket, headers, httpVersion }: Request): boolean {
  const address = plain(socket.remoteAddress ?? '');
  const loopback = address === '::1' || /^127\./.test(address);
  const page = headers.origin ?? headers.referer;
  const typedHere = isThisMachine(headers.host ?? '') && (page === undefined || isThisMachine(URL.parse(page)?.host ?? ''));
  const direct = httpVersion !== '1.0' && !forwarding.some((name) => headers[name] !== undefined);
  return loopback && typedHere && direct;
}

function isThisMachine(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name);
}
