// `notice` (67): something a person should be told while the connection goes on: a limit met, the store away, read only.
import type { Decoder } from 'lib0/decoding';
import { readAny, readVarString, readVarUint } from 'lib0/decoding';
import { encode, writeAny, writeVarString, writeVarUint } from 'lib0/encoding';
import type { ErrorCode, ErrorDetails } from '../errors.ts';
import { messageType } from './message-type.ts';

export interface Notice {
  /** The words are in `i18n/*\/errors.ts`. A client older than the code shows those of `internal`. */
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** The whole frame: type, code, then count and pairs of name and value. */
export function encodeNotice(notice: Notice): Uint8Array<ArrayBuffer> {
  return encode((encoder) => {
    writeVarUint(encoder, messageType.notice);
    writeVarString(encoder, notice.code);
    const details = Object.entries(notice.details);
    writeVarUint(encoder, details.length);
    for (const [name, value] of details) {
      writeVarString(encoder, name);
      writeAny(encoder, value);
    }
  });
}

/** Reads a `notice` whose type has already been read. */
export function readNotice(decoder: Decoder): Notice {
  const code = readVarString(decoder) as ErrorCode;
  const details: Record<string, string | number> = {};
  for (let left = readVarUint(decoder); left > 0; left--) {
    const name = readVarString(decoder);
    details[name] = readAny(decoder) as string | number;
  }
  return { code, details };
}
