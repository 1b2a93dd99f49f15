// Writes varUints and ranges of bytes into one growing buffer; the counterpart of the byte reader.

/** Bytes `varUint` writes. */
export function varUintSize(value: number): number {
  let size = 1;
  for (let left = value; left >= 0x80; left = Math.floor(left / 0x80)) size += 1;
  return size;
}

export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  /** `expected` bytes fit without growing. */
  constructor(expected: number) {
    this.#bytes = new Uint8Array(Math.max(expected, 16));
  }

  get length(): number {
    return this.#length;
  }

  varUint(value: number): void {
    this.#reserve(value < 0x80 ? 1 : varUintSize(value));
    let left = value;
    while (left >= 0x80) {
      this.#bytes[this.#length++] = 0x80 | (left % 0x80);
      left = Math.floor(left / 0x80);
    }
    this.#bytes[this.#length++] = left;
  }

  copy(bytes: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    this.#bytes.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), this.#length);
    this.#length += to - from;
  }

  /** A length and so many bytes. */
  block(bytes: Uint8Array): void {
    this.varUint(bytes.length);
    this.copy(bytes, 0, bytes.length);
  }

  text(text: string): void {
    this.block(Buffer.from(text));
  }

  /** What was written, in a buffer of its own that holds nothing else. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#length === this.#bytes.length ? this.#bytes : this.#bytes.slice(0, this.#length);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#length + count, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
