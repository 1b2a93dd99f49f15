// Many rows of a log as one piece of bytes: how they travel between threads and how they lie, compressed, in history. One buffer
// instead of one per row, because handing 100,000 small buffers to another thread costs more than reading them from disk.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { StoredRow } from './whole-document.ts';

/** Heads first (each seq and time as the difference to the row before), then all data: alike bytes side by side compress well. */
export function packRows(rows: readonly StoredRow[]): Uint8Array {
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
  for (const row of rows) encoding.writeUint8Array(encoder, row.data);
  return encoding.toUint8Array(encoder);
}

/** The rows again, their data as views of `bytes`. */
export function unpackStoredRows(bytes: Uint8Array): StoredRow[] {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  const heads: { seq: number; at: number; checksum: number; length: number }[] = [];
  let [seq, at] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    seq += decoding.readVarUint(decoder);
    at += decoding.readVarInt(decoder);
    heads.push({ seq, at, checksum: decoding.readUint32(decoder), length: decoding.readVarUint(decoder) });
  }
  return heads.map((head) => ({
    seq: head.seq,
    at: head.at,
    checksum: head.checksum,
    data: decoding.readUint8Array(decoder, head.length),
  }));
}
