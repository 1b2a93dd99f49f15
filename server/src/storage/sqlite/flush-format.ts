// A whole flush as one buffer, which changes threads without being copied. Posting it as objects was a tenth of the main thread's work.
// Layout, big-endian, once a row: length u16 + document id · seq f64 · at f64 · number of new clients u32 · for each its id f64,
// length u16 + user id · length u32 + the packed updates.
import type { Append } from '../document-store.ts';
import { packedSize, writeUpdates } from '../row-format.ts';

/** A row as the thread stores it: `data` is already in the form of the log. */
export interface FlushedRow {
  readonly documentId: string;
  readonly seq: number;
  readonly at: number;
  readonly newClients: readonly { readonly clientId: number; readonly userId: string }[];
  readonly data: Uint8Array;
}

export function packFlush(batch: readonly Append[]): ArrayBuffer {
  let size = 0;
  const dataSizes = batch.map(({ documentId, newClients, updates }) => {
    const dataSize = packedSize(updates);
    size += 2 + Buffer.byteLength(documentId) + 16 + 4 + 4 + dataSize;
    for (const { userId } of newClients) size += 8 + 2 + Buffer.byteLength(userId);
    return dataSize;
  });
  const target = Buffer.from(new ArrayBuffer(size));
  let offset = 0;
  const writeText = (text: string): void => {
    const length = target.write(text, offset + 2);
    target.writeUInt16BE(length, offset);
    offset += 2 + length;
  };
  batch.forEach(({ documentId, seq, at, newClients, updates }, index) => {
    writeText(documentId);
    offset = target.writeDoubleBE(seq, offset);
    offset = target.writeDoubleBE(at, offset);
    offset = target.writeUInt32BE(newClients.length, offset);
    for (const { clientId, userId } of newClients) {
      offset = target.writeDoubleBE(clientId, offset);
      writeText(userId);
    }
    offset = target.writeUInt32BE(dataSizes[index] ?? 0, offset);
    offset = writeUpdates(updates, { target, offset });
  });
  return target.buffer;
}

/** The rows of a flush, their data as views of the buffer. */
export function* unpackFlush(buffer: ArrayBuffer): Generator<FlushedRow> {
  const source = Buffer.from(buffer);
  let offset = 0;
  const take = (length: number): number => {
    offset += length;
    return offset - length;
  };
  const readText = (): string => {
    const start = take(2 + source.readUInt16BE(offset)) + 2;
    return source.toString('utf8', start, offset);
  };
  while (offset < source.length) {
    const documentId = readText();
    const seq = source.readDoubleBE(take(8));
    const at = source.readDoubleBE(take(8));
    const newClients: { clientId: number; userId: string }[] = [];
    for (let count = source.readUInt32BE(take(4)); count > 0; count -= 1) {
      newClients.push({ clientId: source.readDoubleBE(take(8)), userId: readText() });
    }
    const data = source.subarray(take(4 + source.readUInt32BE(offset)) + 4, offset);
    yield { documentId, seq, at, newClients, data };
  }
}
