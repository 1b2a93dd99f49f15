// A Yjs v1 update taken apart without decoding it: where the structs of each client lie in its bytes, and what it deletes.

/** Structs of one client, one after the other without a hole. */
export interface Section {
  readonly client: number;
  /** Clock of the first struct, and the clock after the last. */
  readonly clock: number;
  readonly end: number;
  /** Number of structs. */
  readonly count: number;
  /** Where their bytes are: `bytes.subarray(from, to)`. */
  readonly from: number;
  readonly to: number;
}

export interface UpdateParts {
  readonly bytes: Uint8Array;
  /** At most one of each client. */
  readonly sections: readonly Section[];
  /** Deleted ranges, flat: client, clock, length, client, clock, length … */
  readonly deletes: readonly number[];
}
