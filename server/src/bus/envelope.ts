// What stands around a message on a line that carries everything to everybody, its sender included: who said it, and whether it is a message
// or the news that messages were lost.

const kinds = { said: 0, lost: 1 } as const;
/** Bytes. */
const senderLength = 16;
const headLength = 1 + senderLength;

export interface Envelope {
  readonly sender: Uint8Array;
  /** Null where what the sender said before may have been lost. */
  readonly message: Uint8Array | null;
}

/** `sender` is an id of sixteen bytes. */
export function envelope(sender: Uint8Array, message: Uint8Array | null): Buffer {
  const bytes = Buffer.allocUnsafe(headLength + (message?.length ?? 0));
  bytes[0] = message === null ? kinds.lost : kinds.said;
  bytes.set(sender, 1);
  if (message !== null) bytes.set(message, headLength);
  return bytes;
}

/** Null for what is none. The message has bytes of its own: those it came in may be part of much more. */
export function opened(bytes: Uint8Array): Envelope | null {
  const [kind] = bytes;
  if (bytes.length < headLength || (kind !== kinds.said && kind !== kinds.lost)) return null;
  const sender = bytes.slice(1, headLength);
  return { sender, message: kind === kinds.lost ? null : new Uint8Array(bytes.subarray(headLength)) };
}
