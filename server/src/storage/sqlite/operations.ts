// What the main thread can ask of the database thread: the two ports in terms that travel between threads.
import type { LabEvent, NewEvent } from '@cocrea/shared/domain/event.ts';
import type { DocumentHead, NewDocument, Since, StoredDocument } from '../document-store.ts';
import type { Recorded, Seal } from '../record-store.ts';

/** A loaded document whose rows travel as one buffer of `stored-rows.ts`. */
export type LoadedDocument = Omit<StoredDocument, 'tail'> & { readonly rows: Uint8Array };

/** A change without what only the main thread needs; `at` is the time of its events, in milliseconds since 1970. */
export interface PlainChange {
  readonly labId: string | null;
  readonly commandId: string;
  readonly at: number;
  readonly statements: readonly { readonly sql: string; readonly parameters: readonly unknown[]; readonly expectRows?: number }[];
  readonly events: readonly NewEvent[];
  readonly documents: readonly NewDocument[];
  /** Rows of texts as a buffer of `flush-format.ts`; null for none. */
  readonly flush: ArrayBuffer | null;
  readonly seals: readonly Seal[];
}

export interface DocumentOperations {
  createDocument(document: NewDocument): void;
  loadDocument(documentId: string): LoadedDocument | null;
  /** `Since` whose rows travel as one buffer of `stored-rows.ts`. */
  readSince(place: { documentId: string; seq: number }): (Omit<Since, 'rows'> & { readonly rows: Uint8Array }) | null;
  lastSeqs(documentIds: readonly string[]): ReadonlyMap<string, number>;
  documentHead(documentId: string): DocumentHead | null;
  /** A buffer of `flush-format.ts`. */
  appendFlush(flush: ArrayBuffer): void;
  /** Whether this very row was stored: asked when the thread died before it could say so. */
  hasRow(row: { documentId: string; seq: number; at: number }): boolean;
  writeSnapshot(snapshot: { documentId: string; base: number | null; seq: number; at: number; update: Uint8Array }): boolean;
  /** What belongs to history: rows up to `upTo`, oldest first, by their ids. Null while there are fewer than two readable snapshots. */
  archivable(documentId: string): { readonly upTo: number; readonly rows: Float64Array } | null;
  /** Moves the first of these rows, few enough not to keep commits waiting. How many; none when somebody else moved them. */
  archiveSome(what: { documentId: string; upTo: number; rows: Float64Array }): number;
  dropSnapshotsBefore(range: { documentId: string; seq: number }): void;
  /** Rows as one buffer of `stored-rows.ts`. */
  readHistory(range: { documentId: string; fromSeq: number; toSeq: number }): Uint8Array<ArrayBuffer>;
  /** The same in memory that threads share. */
  shareHistory(range: { documentId: string; fromSeq: number; toSeq: number }): Uint8Array<SharedArrayBuffer>;
  lastChanges(documentIds: readonly string[]): ReadonlyMap<string, number>;
}

export interface RecordOperations {
  runQuery(query: { sql: string; parameters: readonly unknown[] }): unknown[];
  recordChange(change: PlainChange): Recorded;
  readEvents(range: { labId: string; after: number; limit: number }): readonly LabEvent[];
}

export interface Operations extends DocumentOperations, RecordOperations {
  /** Answers when the database can be read. */
  ping(): void;
  /** Copies the write-ahead log into the file, closes it, and lets the thread end. */
  close(): void;
}
