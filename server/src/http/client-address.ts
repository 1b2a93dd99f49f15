// Where a request comes from: the peer of its socket, or, behind a proxy we were told to believe, the address that proxy saw.
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

type Request = Pick<IncomingMessage, 'socket' | 'headers'>;

/** `networks` are addresses or CIDR blocks of proxies whose `X-Forwarded-For` is believed. */
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
    return address;
  };
}

/** An IPv4 address that arrived over IPv6 (`::ffff:10.0.0.1`) is the same address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/**
 * Somebody at this very machine: the socket's peer is loopback, no proxy stands between, and the address they typed is this machine's
 * (a page of elsewhere whose name was made to point here types its own).
 */
export function isFromThisMachine({ socket, headers }: Request): boolean {
  const address = plain(socket.remoteAddress ?? '');
  const loopback = address === '::1' || /^127\./.test(address);
  const typed = (headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  const local = typed === 'localhost' || typed.endsWith('.localhost') || typed === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(typed);
  return loopback && local && !forwarding.some((name) => headers[name] !== undefined);
}
