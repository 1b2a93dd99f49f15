// Reads the number and text encodings of lib0 out of untrusted bytes: never past the end, never without a bound, no copies.
import { isUtf8 } from 'node:buffer';

/** Bytes that are not what they claim to be. Thrown by the reader, turned into a refusal by whoever judges. */
export class Malformed extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Malformed';
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export class ByteReader {
  readonly bytes: Uint8Array;
  /** Index of the next byte. */
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Malformed('ends early');
    this.at += 1;
    return byte;
  }

  /** A lib0 varUint of up to 2^53 - 1. */
  varUint(): number {
    const bytes = this.bytes;
    let at = this.at;
    let byte = bytes[at++];
    if (byte === undefined) throw new Malformed('ends early');
    if (byte < 0x80) {
      this.at = at;
      return byte;
    }
    let value = byte & 0x7f;
    for (let scale = 0x80; scale <= 2 ** 49; scale *= 0x80) {
      byte = bytes[at++];
      if (byte === undefined) throw new Malformed('ends early');
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('number too large');
        this.at = at;
        return value;
      }
    }
    throw new Malformed('number too long');
  }

  /** Passes over a lib0 varInt: sign and six bits in the first byte, seven in those that follow. */
  skipVarInt(): void {
    let byte = this.byte();
    let value = byte & 0x3f;
    if (byte < 0x80) return;
    for (let scale = 0x40; scale <= 2 ** 48; scale *= 0x80) {
      byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('number too large');
        return;
      }
    }
    throw new Malformed('number too long');
  }

  skip(count: number): void {
    if (count > this.bytes.length - this.at) throw new Malformed('ends early');
    this.at += count;
  }

  /** A length and so many bytes, as a view. */
  block(): Uint8Array {
    const length = this.varUint();
    const start = this.at;
    this.skip(length);
    return this.bytes.subarray(start, start + length);
  }

  /** All that is left, as a view. */
  rest(): Uint8Array {
    const start = this.at;
    this.at = this.bytes.length;
    return this.bytes.subarray(start);
  }

  /** Passes over a varString, which must be UTF-8; gives its length in UTF-16 units, which is how Yjs counts. */
  skipText(): number {
    const length = this.varUint();
    const bytes = this.bytes;
    let at = this.at;
    if (length > bytes.length - at) throw new Malformed('ends early');
    const end = at + length;
    this.at = end;
    while (at < end && (bytes[at] as number) < 0x80) at++;
    if (at === end) return length;
    if (!isUtf8(bytes.subarray(at, end))) throw new Malformed('text is not UTF-8');
    let units = length - (end - at);
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
  }

  text(): string {
    const bytes = this.block();
    try {
      return decoder.decode(bytes);
    } catch {
      throw new Malformed('text is not UTF-8');
    }
  }
}
