// Where the server listens, and under which addresses people reach it.
import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';
import { localAddresses } from './http/local-addresses.ts';
import type { createHttpServer } from './http/server.ts';

export interface Listening {
  readonly port: number;
  /** The page on this machine. */
  readonly here: string;
  /** The page for others: on the local network, or wherever the operator says. */
  readonly elsewhere: readonly string[];
}

/** Rejects with the error of `net.Server` (EADDRINUSE, EACCES …) where it cannot. */
export async function listenOn(
  server: Awaited<ReturnType<typeof createHttpServer>>,
  { port, host }: Config,
): Promise<AddressInfo> {
  try {
    await server.listen({ port, host: host ?? '::' });
  } catch (error) {
    // A machine without IPv6 has no "::"; then all interfaces are the ones of IPv4.
    const noIpv6 = error instanceof Error && 'code' in error && /^(?:EAFNOSUPPORT|EADDRNOTAVAIL)$/.test(String(error.code));
    if (host !== null || !noIpv6) throw error;
    await server.listen({ port, host: '0.0.0.0' });
  }
  return server.server.address() as AddressInfo;
}

export function addressesOf({ host, publicUrl }: Config, { port, secure }: { port: number; secure: boolean }): Listening {
  const at = (name: string): string => `${secure ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`;
  const everywhere = host === null || host === '::' || host === '0.0.0.0';
  const onlyHere = !everywhere && /^(?:localhost|127\.|::1$)/.test(host);
  const networks = everywhere ? localAddresses().map(at) : onlyHere ? [] : [at(host)];
  return {
    port,
    here: at(everywhere ? 'localhost' : (host ?? 'localhost')),
    elsewhere: publicUrl === null ? networks : [publicUrl.origin, ...networks],
  };
}
