// Frames of the stock y-websocket wire: read out of untrusted bytes, written once and sent to many.
import { messageType, syncStep } from '@cocrea/shared/protocol/message-type.ts';
import type { Part } from '@cocrea/shared/protocol/part.ts';
import { ByteReader, Malformed } from './update/byte-reader.ts';

/** What a room takes. */
export type RoomMessage =
  | { readonly kind: 'step one'; readonly stateVector: Uint8Array; readonly clocks: ReadonlyMap<number, number> }
  /** `at` is where the update begins in the frame, which ends with it. */
  | { readonly kind: 'step two' | 'update'; readonly update: Uint8Array; readonly at: number }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query awareness' };

export type PartMessage = { readonly kind: 'part' } & Part;
export type Message = RoomMessage | PartMessage;

/** Reads what a client may send. Throws Malformed for anything else, bytes after the end included. */
export function readMessage(frame: Uint8Array): Message {
  const reader = new ByteReader(frame);
  const message = readBody(reader);
  if (!reader.atEnd) throw new Malformed('bytes after the end');
  return message;
}

function readBody(reader: ByteReader): Message {
  // One byte each: all that clients may send are below 128, and relaying counts on where the update begins.
  switch (reader.byte()) {
    case messageType.sync: {
      const step = reader.byte();
      const body = reader.block();
      if (step === syncStep.one) return { kind: 'step one', stateVector: body, clocks: readClocks(body) };
      const at = reader.at - body.length;
      if (step === syncStep.two) return { kind: 'step two', update: body, at };
      if (step === syncStep.update) return { kind: 'update', update: body, at };
      throw new Malformed('unknown step');
    }
    case messageType.awareness:
      return { kind: 'awareness', update: reader.block() };
    case messageType.queryAwareness:
      return { kind: 'query awareness' };
    case messageType.part: {
      const total = reader.varUint();
      return { kind: 'part', total, from: reader.varUint(), bytes: reader.rest() };
    }
    default:
      throw new Malformed('unknown type');
  }
}

/** Every visit of everybody is a client of its text; more than this is no text of people, and costs more than a moment to read. */
const mostClients = 100_000;

function readClocks(stateVector: Uint8Array): Map<number, number> {
  const reader = new ByteReader(stateVector);
  const clocks = new Map<number, number>();
  const count = reader.varUint();
  if (count > mostClients) throw new Malformed('more clients than can be');
  for (let left = count; left > 0; left--) {
    const client = reader.varUint();
    clocks.set(client, reader.varUint());
  }
  if (!reader.atEnd) throw new Malformed('bytes after the end');
  return clocks;
}

/** A frame that asks a client for what it has beyond `stateVector`. */
export const stepOneFrame = (stateVector: Uint8Array): Uint8Array => frame([messageType.sync, syncStep.one], stateVector);
/** A frame that answers a client's step one. */
export const stepTwoFrame = (update: Uint8Array): Uint8Array => frame([messageType.sync, syncStep.two], update);
export const updateFrame = (update: Uint8Array): Uint8Array => frame([messageType.sync, syncStep.update], update);
export const awarenessFrame = (update: Uint8Array): Uint8Array => frame([messageType.awareness], update);

/** An awareness frame about nobody: a sign of life that changes nothing, also the answer to a heartbeat. */
export function lifeFrame(): Uint8Array {
  return Uint8Array.of(messageType.awareness, 1, 0);
}

/** y-protocols' "permission denied": a stock client writes it to its console and goes on. */
export function deniedFrame(reason: string): Uint8Array {
  return frame([messageType.auth, 0], new TextEncoder().encode(reason));
}

/** A received content frame as one to relay: its own copy, so that it does not keep the socket's buffer, headed as `update`. */
export function relayCopy(received: Uint8Array): Uint8Array {
  const copy = Buffer.from(received);
  copy[1] = syncStep.update;
  return copy;
}

/** An encoded state vector of these clocks. */
export function encodeClocks(clocks: ReadonlyMap<number, number>): Uint8Array {
  const bytes: number[] = [];
  pushVarUint(bytes, clocks.size);
  for (const [client, clock] of clocks) {
    pushVarUint(bytes, client);
    pushVarUint(bytes, clock);
  }
  return Uint8Array.from(bytes);
}

function frame(head: number[], body: Uint8Array): Uint8Array {
  pushVarUint(head, body.length);
  // A Buffer, because `ws` makes one of anything else each time it sends it.
  const bytes = Buffer.allocUnsafe(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

function pushVarUint(bytes: number[], value: number): void {
  let left = value;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push(0x80 | (left % 0x80));
  bytes.push(left);
}
