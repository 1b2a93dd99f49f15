// The port of the records: reads as queries, writes as one change (records, events, Yjs rows) that happens whole or not at all.
import type { CompiledQuery } from 'kysely';
import type { LabEvent, NewEvent } from '@cocrea/shared/domain/event.ts';
import type { Append, NewDocument } from './document-store.ts';

export interface Seal {
  readonly documentId: string;
  /** Its last row, as whoever seals it has read it. */
  readonly seq: number;
}

export interface Change {
  /** The lab whose log the events join; null for changes outside any lab (sessions), which then bring no events. */
  readonly labId: string | null;
  /** Client-made. A command whose id is in the lab's log is not done again. */
  readonly commandId: string;
  readonly statements: readonly {
    readonly query: CompiledQuery;
    /** The number of rows it must touch; another number undoes the whole change and throws AppError `stale`. */
    readonly expectRows?: number;
  }[];
  readonly events: readonly NewEvent[];
  readonly documents?: readonly NewDocument[];
  /** Rows of texts that belong to it, as `RoomWriter.write` gives them. */
  readonly appends?: readonly Append[];
  /** Texts that take no row from now on. AppError `stale`, naming the `document`, where a row came after that seq. */
  readonly seals?: readonly Seal[];
}

export type Recorded =
  | { readonly outcome: 'recorded'; readonly events: readonly LabEvent[] }
  /** The command was done before: the events it left then. */
  | { readonly outcome: 'repeated'; readonly events: readonly LabEvent[] };

export interface RecordStore {
  read<Row>(query: CompiledQuery<Row>): Promise<Row[]>;

  /**
   * One transaction: statements in order, documents, then events with the next seqs of the lab, chained by hash. Throws AppError
   * `stale` (rows), `id_taken` (a primary key or unique rule), `store_unavailable`, `disk_full`; then nothing happened.
   */
  record(change: Change): Promise<Recorded>;

  /** Events of a lab after `seq`, oldest first, at most `limit`. */
  events(labId: string, range: { after: number; limit: number }): Promise<readonly LabEvent[]>;

  /**
   * Called after each commit of this store that brought events, before `record` resolves and in order of seq within a lab. Those of another
   * process are told too where several nodes share the store (`shareEvents`), once each and without holes. Where a node is alone, those of
   * the command line are not: they are the hole in seq before the next one, to be read with `events`. Returns how to stop.
   */
  onEvents(listener: (events: readonly LabEvent[]) => void): () => void;
}
