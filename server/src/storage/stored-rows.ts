// Many rows of a log as one piece of bytes: how they travel between threads and how they lie, compressed, in history. One buffer
// instead of one per row, because handing 100,000 small buffers to another thread costs more than reading them from disk.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { StoredRow } from './whole-document.ts';

/** Heads first (each seq and time as the difference to the row before), then all data: alike bytes side by side compress well. */
export function packRows(rows: readonly StoredRow[]): Uint8Array<ArrayBuffer> {
  return packInto(rows, (length) => new ArrayBuffer(length));
}

/** The same in memory that threads share: what is handed from one to another, and may be again, is copied for none of them. */
export function packSharedRows(rows: readonly StoredRow[]): Uint8Array<SharedArrayBuffer> {
  return packInto(rows, (length) => new SharedArrayBuffer(length));
}

function packInto<Memory extends ArrayBufferLike>(
  rows: readonly StoredRow[],
  allocate: (length: number) => Memory,
): Uint8Array<Memory> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, rows.length);
  let [seq, at] = [0, 0];
  for (const row of rows) {
    encoding.writeVarUint(encoder, row.seq - seq);
    encoding.writeVarInt(encoder, row.at - at);
    encoding.writeUint32(encoder, row.checksum);
    encoding.writeVarUint(encoder, row.data.length);
    [seq, at] = [row.seq, row.at];
  }
  const heads = encoding.toUint8Array(encoder);
  // In one buffer of the right size: one that grows under them would hold them twice over.
  const packed = new Uint8Array(allocate(rows.reduce((length, { data }) => length + data.length, heads.length)));
  packed.set(heads);
  let offset = heads.length;
  for (const { data } of rows) {
    packed.set(data, offset);
    offset += data.length;
  }
  return packed;
}

/** The rows again, their data as views of `bytes`. */
export function unpackStoredRows(bytes: Uint8Array): StoredRow[] {
  return [...storedRows(bytes)];
}

/** The rows one after the other, for whoever needs each for a moment only. */
export function* storedRows(bytes: Uint8Array): Generator<StoredRow> {
  let offset = endOfHeads(bytes);
  for (const { length, ...head } of heads(bytes)) {
    // Plain bytes, also where they lie in a buffer of Node's own kind.
    yield { ...head, data: new Uint8Array(bytes.buffer, bytes.byteOffset + offset, length) };
    offset += length;
  }
}

/** Which rows there are, without looking at what is in them. */
export function momentsOfRows(bytes: Uint8Array): { readonly seq: number; readonly at: number }[] {
  return Array.from(heads(bytes), ({ seq, at }) => ({ seq, at }));
}

interface HeadOfRow extends Omit<StoredRow, 'data'> {
  readonly length: number;
}

function* heads(bytes: Uint8Array): Generator<HeadOfRow> {
  const decoder = decoding.createDecoder(bytes);
  let [seq, at] = [0, 0];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    seq += decoding.readVarUint(decoder);
    at += decoding.readVarInt(decoder);
    yield { seq, at, checksum: decoding.readUint32(decoder), length: decoding.readVarUint(decoder) };
  }
}

function endOfHeads(bytes: Uint8Array): number {
  let data = 0;
  for (const { length } of heads(bytes)) data += length;
  return bytes.length - data;
}
