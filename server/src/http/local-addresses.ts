// The addresses at which this machine can be reached on its networks: what a phone in the hall types or scans.
import { networkInterfaces } from 'node:os';

/** IPv4 first named interfaces first, without loopback and without addresses a network gave itself (169.254, fe80). */
export function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family, address }) => !internal && family === 'IPv4' && !address.startsWith('169.254.'))
    .map(({ address }) => address);
}
