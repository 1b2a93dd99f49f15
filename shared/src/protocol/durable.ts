// `durable` (65): what the server has on disk of what this connection sent. The only ground for telling a person "saved".
import type { Decoder } from 'lib0/decoding';
import { readVarUint } from 'lib0/decoding';
import { encode, writeVarUint } from 'lib0/encoding';
import { messageType } from './message-type.ts';

export interface Durable {
  /**
   * How many of the sync frames with content (`update` and `step two`) that this connection sent are settled, counted from its
   * first: all of them up to this one are committed, or brought nothing the server lacked. A delete changes no clock, which is
   * why frames are counted. A frame refused as a gap holds the count until a later `step two`, which has everything, is settled.
   */
  readonly frames: number;
  /** The committed clock of each clientID this connection wrote under since the last `durable`. */
  readonly clocks: ReadonlyMap<number, number>;
}

/** The whole frame: type, frames, then count and pairs of clientID and clock. */
export function encodeDurable(durable: Durable): Uint8Array<ArrayBuffer> {
  return encode((encoder) => {
    writeVarUint(encoder, messageType.durable);
    writeVarUint(encoder, durable.frames);
    writeVarUint(encoder, durable.clocks.size);
    for (const [client, clock] of durable.clocks) {
      writeVarUint(encoder, client);
      writeVarUint(encoder, clock);
    }
  });
}

/** Reads a `durable` whose type has already been read. */
export function readDurable(decoder: Decoder): Durable {
  const frames = readVarUint(decoder);
  const clocks = new Map<number, number>();
  for (let left = readVarUint(decoder); left > 0; left--) {
    const client = readVarUint(decoder);
    clocks.set(client, readVarUint(decoder));
  }
  return { frames, clocks };
}
