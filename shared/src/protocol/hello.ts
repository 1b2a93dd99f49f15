// `hello` (64): the first frame under our subprotocol, and again whenever the role changes: what room this is and what it allows.
import type { Decoder } from 'lib0/decoding';
import { readVarString, readVarUint } from 'lib0/decoding';
import { encode, writeVarString, writeVarUint } from 'lib0/encoding';
import { messageType } from './message-type.ts';

export interface Hello {
  /** `PROTOCOL_VERSION` of the server. */
  readonly version: number;
  /** Which history the server's text belongs to. A client that holds text of another one keeps it apart and never sends it. */
  readonly generation: string;
  readonly role: 'write' | 'read';
  /**
   * Who the server says is on this connection. On a device shared by a table the session may have become somebody else's since the
   * text was written: a client that holds words of another person keeps them apart and never sends them.
   */
  readonly userId: string;
  /** Last stored row of the document when this was sent. */
  readonly seq: number;
  /** Limits by name, in the units of the server's table of limits: `frameBytes`, `updatesPerSecond`, … */
  readonly limits: Readonly<Record<string, number>>;
}

/** The whole frame: type, version, generation, role (1 writes, 0 reads), seq, count and pairs of name and value, then the user. */
export function encodeHello(hello: Hello): Uint8Array<ArrayBuffer> {
  return encode((encoder) => {
    writeVarUint(encoder, messageType.hello);
    writeVarUint(encoder, hello.version);
    writeVarString(encoder, hello.generation);
    writeVarUint(encoder, hello.role === 'write' ? 1 : 0);
    writeVarUint(encoder, hello.seq);
    const limits = Object.entries(hello.limits);
    writeVarUint(encoder, limits.length);
    for (const [name, value] of limits) {
      writeVarString(encoder, name);
      writeVarUint(encoder, value);
    }
    writeVarString(encoder, hello.userId);
  });
}

/** Reads a `hello` whose type has already been read. */
export function readHello(decoder: Decoder): Hello {
  const version = readVarUint(decoder);
  const generation = readVarString(decoder);
  const role = readVarUint(decoder) === 1 ? 'write' : 'read';
  const seq = readVarUint(decoder);
  const limits: Record<string, number> = {};
  for (let left = readVarUint(decoder); left > 0; left--) {
    const name = readVarString(decoder);
    limits[name] = readVarUint(decoder);
  }
  const userId = readVarString(decoder);
  return { version, generation, role, seq, limits, userId };
}
