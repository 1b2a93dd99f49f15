// The port of the Yjs log: append, never overwrite; what it confirms is on disk. SQLite, PostgreSQL and memory implement it.

/** One room's share of a flush: what several people wrote, in order, as one row. */
export interface Append {
  readonly documentId: string;
  /** Continues the document's order without holes: the last stored seq + 1. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** One or more Yjs v1 updates, already judged. Stored as one row; give back by `load` in the same order. */
  readonly updates: readonly Uint8Array[];
  /** clientIDs whose first update is in this row, and whose they are from now on; one that is owned already stays its first owner's. */
  readonly newClients: readonly { readonly clientId: number; readonly userId: string }[];
}

export interface StoredUpdate {
  readonly seq: number;
  readonly at: number;
  readonly updates: readonly Uint8Array[];
}

export interface StoredDocument {
  readonly documentId: string;
  readonly generation: string;
  /** The newest readable snapshot; null while the document has only rows, or no snapshot can be read and the rows from the first on give it. */
  readonly snapshot: { readonly seq: number; readonly update: Uint8Array } | null;
  /** Every row after the snapshot, by rising seq, without holes. */
  readonly tail: readonly StoredUpdate[];
  readonly lastSeq: number;
  /** Owner of every clientID that ever wrote here. */
  readonly clients: ReadonlyMap<number, string>;
  /** What could not be read and was passed over (a damaged snapshot); empty when all is well. Reported, never silent. */
  readonly damage: readonly string[];
}

/** What was written after a row somebody has already. */
export interface Since {
  readonly generation: string;
  /** Every row after it, by rising seq, without holes. */
  readonly rows: readonly StoredUpdate[];
  /** Owner of every clientID whose first update is in one of them. */
  readonly clients: ReadonlyMap<number, string>;
}

export type DocumentHead = Pick<StoredDocument, 'lastSeq' | 'clients'>;

export interface NewDocument {
  readonly documentId: string;
  readonly generation: string;
  readonly at: number;
  /** The opening text as one Yjs v1 update, which becomes seq 1. */
  readonly firstUpdate: Uint8Array;
  readonly clients: readonly { readonly clientId: number; readonly userId: string }[];
}

export interface DocumentStore {
  /** Creates the document with its first row. Throws AppError `id_taken` when it exists. */
  create(document: NewDocument): Promise<void>;

  /**
   * The whole document or nothing: null when there is none, AppError `document_damaged` when neither snapshot nor rows give it
   * whole, AppError `store_unavailable` when it cannot be read now. Never an empty document in place of an unreadable one.
   */
  load(documentId: string): Promise<StoredDocument | null>;

  /**
   * All rows of a flush in one transaction, fsynced before the promise resolves. On AppError `store_unavailable`, `disk_full` or
   * `stale` (a seq is taken or skipped, in the `document` it names) nothing of the batch is stored. An unknown document is
   * `document_not_found`.
   */
  append(batch: readonly Append[]): Promise<void>;

  /**
   * Writes a snapshot of everything up to and including `seq`, on the condition that the newest snapshot is still the one the work
   * began from (`base`, null for none). False when it is not: the work of somebody else stands. A damaged snapshot counts as none.
   * Deletes nothing. A `seq` beyond the last row is `stale`, an unknown document `document_not_found`.
   */
  writeSnapshot(snapshot: {
    documentId: string;
    base: number | null;
    seq: number;
    at: number;
    update: Uint8Array;
  }): Promise<boolean>;

  /**
   * Moves rows up to the last readable snapshot but one into compressed history, and drops snapshots older than that. Rows in between
   * stay, so that a load can fall back. Safe to repeat, and to be cut off at any moment. An unknown document is `document_not_found`.
   */
  archive(documentId: string): Promise<void>;

  /**
   * Every row there ever was from `fromSeq` to `toSeq`, inclusive, out of history and log alike; no more than there are. AppError
   * `document_damaged` when one of them cannot be read, `document_not_found` for an unknown document.
   */
  history(documentId: string, range: { fromSeq: number; toSeq: number }): Promise<readonly StoredUpdate[]>;

  /** The seq of its last row, and whose its clientIDs are; null where there is no such document. Costs nothing of its text. */
  head(documentId: string): Promise<DocumentHead | null>;

  /**
   * The same rows as one piece of bytes of `stored-rows.ts`, in memory that threads share: for whoever has them read in one and would only hold
   * a hundred thousand small views of them meanwhile.
   */
  packedHistory(documentId: string, range: { fromSeq: number; toSeq: number }): Promise<Uint8Array<SharedArrayBuffer>>;

  /** What came after the row `seq`, as of one moment; null for an unknown document. AppError `document_damaged` when a row cannot be read. */
  since(documentId: string, seq: number): Promise<Since | null>;

  /** The last seq of each of these documents; nothing of unknown ones. */
  lastSeqs(documentIds: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /** Milliseconds since 1970 of the last row of each of these documents. */
  lastChanges(documentIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
