// How a code is told to a hall: as an address phones can reach, and as six characters in two groups.
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { paths } from '../../app/paths.ts';

/** Whether an origin leads nowhere but to the machine that opens it. */
export function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}

/**
 * The origins phones may open, best first: the one this page was opened at, which was reached over the network at least once, then those
 * the server knows of itself. Empty where all of them lead only to the machine in front of the reader.
 */
export function reachableAddresses(told: readonly string[], own: string): string[] {
  return [...new Set([own, ...told])].filter((address) => !isLoopback(address));
}

/** Whether an origin is only found from the network the server is in: a bare address, or a name no public server has. */
export function needsSameNetwork(origin: string): boolean {
  const { hostname } = new URL(origin);
  return /^[\d.]+$|^\[|^[^.]+$|\.(local|lan|internal|home\.arpa)$/.test(hostname);
}

export function joinLink(address: string, code: string): string {
  return address + paths.join(code);
}

/** What somebody types into a phone: without the scheme, which phones add. */
export function typedAddress(address: string): string {
  return address.replace(/^https?:\/\//, '') + paths.join();
}

/** `DAT 3GX` */
export function groupedCode(code: string): string {
  return code.replace(/^(.{3})(?=.)/, '$1 ');
}

/** `D A T 3 G X`, so that a screen reader spells it. */
export function spelledCode(code: string): string {
  return [...code].join(' ');
}

/** The codes of the whole lab first, then in the order of the sub-tables; the newest first within each. */
export function inOrder(codes: readonly JoinCode[], subTables: readonly SubTable[]): JoinCode[] {
  const place = ({ subTableId }: JoinCode): number =>
    subTableId === null ? -1 : (subTables.find(({ id }) => id === subTableId)?.no ?? subTables.length + 1);
  return [...codes].sort((one, other) => place(one) - place(other) || other.createdAt - one.createdAt);
}
