// What stands on an opened database, whichever it is: the log of documents, the records, and a writer of queries in its own dialect.
import type { ErrorCode } from '@cocrea/shared/errors.ts';
import type { Kysely } from 'kysely';
import type { DocumentStore } from './document-store.ts';
import type { RecordStore } from './record-store.ts';
import type { Tables } from './tables.ts';

export interface Storage {
  readonly documents: DocumentStore;
  readonly records: RecordStore;
  /** Builds queries for `records`; runs none itself. */
  readonly database: Kysely<Tables>;
  /** The same for everybody who opens this database, and another for every other. */
  readonly name: string;
  /** Null when the database answers; otherwise what is wrong, as the people who write now would be told. */
  health(): Promise<ErrorCode | null>;
  /** Waits for what was asked and lets go of the database. Asking afterwards is `store_unavailable`. */
  close(): Promise<void>;
}
