// Bytes fit to travel to a worker thread. Sending a view copies the whole buffer behind it, so a small view of a big buffer is copied out.

/** The same bytes in a buffer of their own; the ones given when they have one. */
export function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
