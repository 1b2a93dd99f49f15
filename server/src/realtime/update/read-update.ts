// Takes a Yjs v1 update apart in one pass over its bytes, without a Y.Doc: what of it is new, what it leans on, what it deletes.
// One idea in one file: the grammar of an update, as yjs 13.6 writes and reads it.
import { AppError } from '@cocrea/shared/errors.ts';
import { ByteReader, Malformed } from './byte-reader.ts';
import { contentLength } from './read-content.ts';
import type { Section, UpdateParts } from './update-parts.ts';

export interface ReadLimits {
  readonly structsPerUpdate: number;
  readonly clientsPerUpdate: number;
  readonly deletesPerUpdate: number;
  readonly clocksAhead: number;
}

/** A struct that leans on another client's struct which is neither known nor earlier in its own section. */
export interface Lean {
  /** Index of its section in `sections`. */
  readonly section: number;
  readonly clock: number;
  readonly onClient: number;
  readonly onClock: number;
  /** Where its bytes begin, and how many structs of the section come before it. */
  readonly from: number;
  readonly before: number;
}

export interface ReadUpdate extends UpdateParts {
  /** True when `sections` and `deletes` are all that `bytes` say: nothing known was passed over, nothing lies behind a gap. */
  readonly whole: boolean;
  /** A struct begins before and ends after what is known: the bytes must be cut inside it before they can be used. */
  readonly straddles: boolean;
  /** Something begins after a hole. `sections` hold what comes before it. */
  readonly gap: boolean;
  /** In the order of the bytes. */
  readonly leans: readonly Lean[];
  /** clientIDs of which the update claims clocks that are not known yet, also behind a gap. */
  readonly claims: readonly number[];
}

/**
 * Reads an untrusted update against what is known. Throws AppError `update_malformed`, `update_too_many_structs` or
 * `update_too_far_ahead`. `known` gives the next clock of a client.
 */
export function readUpdate(
  bytes: Uint8Array,
  { known, limits }: { known: (client: number) => number; limits: ReadLimits },
): ReadUpdate {
  try {
    return new UpdateReading(bytes, known, limits).read();
  } catch (error) {
    if (error instanceof Malformed) throw new AppError('update_malformed', { reason: error.message });
    throw error;
  }
}

/** Takes apart an update that was judged before (a stored row, a snapshot). Throws AppError `document_damaged` when it cannot be read. */
export function readStoredUpdate(bytes: Uint8Array): UpdateParts {
  try {
    const read = new UpdateReading(bytes, null, null).read();
    if (read.gap) throw new Malformed('has a hole');
    return { bytes, sections: read.sections, deletes: read.deletes };
  } catch (error) {
    if (error instanceof Malformed) throw new AppError('document_damaged', { reason: error.message });
    throw error;
  }
}

class UpdateReading {
  readonly #reader: ByteReader;
  readonly #known: ((client: number) => number) | null;
  readonly #limits: ReadLimits | null;
  readonly #sections: Section[] = [];
  readonly #leans: Lean[] = [];
  readonly #claims: number[] = [];
  #structs = 0;
  #whole = true;
  #straddles = false;
  #gap = false;

  /** Without `known` everything is new and trusted, and what it leans on is not looked at. */
  constructor(bytes: Uint8Array, known: ((client: number) => number) | null, limits: ReadLimits | null) {
    this.#reader = new ByteReader(bytes);
    this.#known = known;
    this.#limits = limits;
  }

  read(): ReadUpdate {
    const reader = this.#reader;
    const clients = reader.varUint();
    const most = this.#limits?.clientsPerUpdate ?? Number.MAX_SAFE_INTEGER;
    if (clients > most) throw new AppError('update_too_many_structs', { limit: most });
    const seen = clients > 1 ? new Set<number>() : null;
    for (let i = 0; i < clients; i++) this.#section(seen);
    const deletes = this.#deletes();
    if (!reader.atEnd) throw new Malformed('bytes after the end');
    return {
      bytes: reader.bytes,
      sections: this.#sections,
      deletes,
      whole: this.#whole,
      straddles: this.#straddles,
      gap: this.#gap,
      leans: this.#leans,
      claims: this.#claims,
    };
  }

  #section(seen: Set<number> | null): void {
    const reader = this.#reader;
    const structs = reader.varUint();
    const client = reader.varUint();
    let clock = reader.varUint();
    if (seen !== null) {
      // Yjs keeps the last section of a client and forgets the others.
      if (seen.has(client)) throw new Malformed('a client twice');
      seen.add(client);
    }
    const limits = this.#limits;
    this.#structs += structs;
    if (limits !== null && this.#structs > limits.structsPerUpdate) {
      throw new AppError('update_too_many_structs', { limit: limits.structsPerUpdate });
    }
    const known = this.#known === null ? clock : this.#known(client);
    const most = limits === null ? Number.MAX_SAFE_INTEGER : known + limits.clocksAhead;

    const sectionIndex = this.#sections.length;
    let from = reader.at;
    let first = -1; // clock of the first new struct
    let count = 0;
    let to = -1; // set where a gap begins; what follows is read, not kept
    let end = known;
    if (clock > known) to = from;

    for (let i = 0; i < structs; i++) {
      const start = reader.at;
      const info = reader.byte();
      const isSkip = info === 10;
      const leansBefore = this.#leans.length;
      const length =
        info === 0 || isSkip ? reader.varUint() : this.#item(info, { client, clock, start, before: count, sectionIndex });
      if (length === 0) throw new Malformed('a struct of no length');
      const next = clock + length;
      if (next > most) throw new AppError('update_too_far_ahead', { limit: limits?.clocksAhead ?? 0 });
      if (next <= known || to !== -1) {
        this.#leans.length = leansBefore;
      } else if (isSkip) {
        to = start;
      } else {
        if (clock < known) this.#straddles = true;
        if (first === -1) {
          first = clock;
          from = start;
          if (i > 0) this.#whole = false;
        }
        count += 1;
        end = next;
      }
      clock = next;
    }

    if (clock > known && structs > 0) this.#claims.push(client);
    if (to !== -1 && structs > 0) this.#gap = true;
    if (count === 0 || to !== -1) this.#whole = false;
    if (count > 0) this.#sections.push({ client, clock: first, end, count, from, to: to === -1 ? reader.at : to });
  }

  /** Reads an item after its info byte, notes what it leans on, and gives its length. */
  #item(info: number, place: { client: number; clock: number; start: number; before: number; sectionIndex: number }): number {
    const reader = this.#reader;
    const hasOrigin = (info & 0x80) !== 0;
    const hasRightOrigin = (info & 0x40) !== 0;
    if (hasOrigin) this.#lean(place);
    if (hasRightOrigin) this.#lean(place);
    if (!hasOrigin && !hasRightOrigin) {
      const parent = reader.varUint();
      if (parent === 1) reader.skipText();
      else if (parent === 0) this.#lean(place);
      else throw new Malformed('unknown parent');
      if ((info & 0x20) !== 0) reader.skipText();
    }
    return contentLength(reader, info & 0x1f);
  }

  #lean({
    client,
    clock,
    start,
    before,
    sectionIndex,
  }: {
    client: number;
    clock: number;
    start: number;
    before: number;
    sectionIndex: number;
  }): void {
    const onClient = this.#reader.varUint();
    const onClock = this.#reader.varUint();
    if (this.#known === null) return;
    if (onClient === client) {
      // Yjs does not check these and breaks on them.
      if (onClock >= clock) throw new Malformed('a struct leans on what comes after it');
    } else if (onClock >= this.#known(onClient)) {
      this.#leans.push({ section: sectionIndex, clock, onClient, onClock, from: start, before });
    }
  }

  #deletes(): number[] {
    const reader = this.#reader;
    const deletes: number[] = [];
    const most = (this.#limits?.deletesPerUpdate ?? Number.MAX_SAFE_INTEGER) * 3;
    for (let clients = reader.varUint(); clients > 0; clients--) {
      const client = reader.varUint();
      for (let ranges = reader.varUint(); ranges > 0; ranges--) {
        const clock = reader.varUint();
        const length = reader.varUint();
        if (length === 0) throw new Malformed('a deletion of no length');
        deletes.push(client, clock, length);
        if (deletes.length > most) throw new AppError('update_too_many_structs', { limit: most / 3 });
      }
    }
    return deletes;
  }
}
