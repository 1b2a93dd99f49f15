// `part` (66): a piece of a frame that is too large to travel at once. On a slow line a large frame is minutes of silence, and either side
// takes a silent one for dead; parts are heard one by one. Text keeps its order: no other frame of text goes between the parts of one.
import { type Decoder, readTailAsUint8Array, readVarUint } from 'lib0/decoding';
import { encode, writeUint8Array, writeVarUint } from 'lib0/encoding';
import { messageType } from './message-type.ts';

/** Frames of text beyond so many bytes travel in parts of so many: half a second at 1 Mbit/s. */
export const partBytes = 64 * 1024;

export interface Part {
  /** Bytes of the whole frame. */
  readonly total: number;
  /** Where in it this part begins. */
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** The part of `whole` that begins there: type, total, from, and bytes to the end of the frame. */
export function encodePart(whole: Uint8Array, from: number): Uint8Array<ArrayBuffer> {
  return encode((encoder) => {
    writeVarUint(encoder, messageType.part);
    writeVarUint(encoder, whole.length);
    writeVarUint(encoder, from);
    writeUint8Array(encoder, whole.subarray(from, from + partBytes));
  });
}

/** Reads a `part` whose type has already been read. */
export function readPart(decoder: Decoder): Part {
  return { total: readVarUint(decoder), from: readVarUint(decoder), bytes: readTailAsUint8Array(decoder) };
}

/** Puts the parts of one frame after another together. */
export class PartsJoiner {
  #whole: Uint8Array<ArrayBuffer> | null = null;
  #filled = 0;

  /** Bytes of the frame that is under way; 0 between frames. */
  get total(): number {
    return this.#whole?.length ?? 0;
  }

  /** Is this the part that comes next? */
  fits({ total, from, bytes }: Part): boolean {
    const isNext = this.#whole === null ? from === 0 : total === this.#whole.length && from === this.#filled;
    return isNext && bytes.length > 0 && from + bytes.length <= total;
  }

  /** Takes the part that comes next; gives the whole frame with the last one, null before. */
  add({ total, from, bytes }: Part): Uint8Array<ArrayBuffer> | null {
    const whole = (this.#whole ??= new Uint8Array(total));
    whole.set(bytes, from);
    this.#filled = from + bytes.length;
    if (this.#filled < total) return null;
    this.forget();
    return whole;
  }

  /** Lets go of what was begun: its connection is gone. */
  forget(): void {
    this.#whole = null;
    this.#filled = 0;
  }
}
