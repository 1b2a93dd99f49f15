// What every verb is given to read and record with: the records, the writer of queries, and the clock.
import type { Kysely } from 'kysely';
import type { RecordStore } from './record-store.ts';
import type { Tables } from './tables.ts';

export interface Ledger {
  readonly records: RecordStore;
  /** Builds queries for `records`; runs none itself. */
  readonly database: Kysely<Tables>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
