// `crowd` (68): how many people a room holds when they are too many to be shown one by one. Whoever hears it is shown those of their own
// section of the text, and knows the others as a number.
import { type Decoder, readVarUint } from 'lib0/decoding';
import { encode, writeVarUint } from 'lib0/encoding';
import { messageType } from './message-type.ts';

/** The whole frame: type, then the number of people, oneself among them; 0 when everybody is shown again. */
export function encodeCrowd(people: number): Uint8Array<ArrayBuffer> {
  return encode((encoder) => {
    writeVarUint(encoder, messageType.crowd);
    writeVarUint(encoder, people);
  });
}

/** Reads a `crowd` whose type has already been read. */
export function readCrowd(decoder: Decoder): number {
  return readVarUint(decoder);
}
