// The bytes of one row of a document's log: the Yjs updates of a flush, each with its length before it, and a CRC-32 over all.
// Every adapter stores rows in this form, so a database of one can be moved to another byte for byte.
import { crc32 } from 'node:zlib';

/** How many bytes `length` takes as a prefix: 7 bits a byte, lowest first, as in Yjs' own varUint. */
function prefixSize(length: number): number {
  let size = 1;
  for (let rest = length; rest > 127; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

/** Bytes that `writeUpdates` will write for these updates. */
export function packedSize(updates: readonly Uint8Array[]): number {
  let size = 0;
  for (const update of updates) size += prefixSize(update.length) + update.length;
  return size;
}

/** Writes the updates into `target` from `offset` on; returns the offset after the last byte. */
export function writeUpdates(updates: readonly Uint8Array[], at: { target: Uint8Array; offset: number }): number {
  const { target } = at;
  let offset = at.offset;
  for (const update of updates) {
    let rest = update.length;
    while (rest > 127) {
      target[offset++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    target[offset++] = rest;
    target.set(update, offset);
    offset += update.length;
  }
  return offset;
}

export function packUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const target = new Uint8Array(packedSize(updates));
  writeUpdates(updates, { target, offset: 0 });
  return target;
}

/** The updates of a row, as views of `data`. Throws when a length points beyond the end; a row with the right checksum never does. */
export function unpackUpdates(data: Uint8Array): Uint8Array[] {
  const updates: Uint8Array[] = [];
  let offset = 0;
  while (offset < data.length) {
    let length = 0;
    let unit = 1;
    let byte: number;
    do {
      byte = data[offset++] ?? 255;
      length += (byte & 127) * unit;
      unit *= 128;
    } while (byte > 127 && offset < data.length);
    if (byte > 127 || offset + length > data.length) throw new Error('a row of the log ends in the middle of an update');
    updates.push(data.subarray(offset, offset + length));
    offset += length;
  }
  return updates;
}

/** What is stored beside `data` to notice damage: CRC-32, unsigned. */
export function checksumOf(data: Uint8Array): number {
  return crc32(data);
}

/** Bytes as they lie in the store, with the checksum they were written with. */
export interface Checked {
  readonly data: Uint8Array;
  readonly checksum: number;
}

export function isIntact(stored: Checked): boolean {
  return checksumOf(stored.data) === stored.checksum;
}
