// What a text was at any moment of its log, and who wrote it: rebuilt in a thread from every row up to that moment.
import type { BlockAuthors } from '@cocrea/shared/document/authorship.ts';
import { keepWritten } from '@cocrea/shared/document/keep-written.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { DocumentHead, DocumentStore, StoredUpdate } from '../storage/document-store.ts';
import { momentsOfRows } from '../storage/stored-rows.ts';
import type { MeasuredDeletion } from './deletions.ts';
import type { TextReader } from './reader.ts';

export interface PastTexts {
  /** The last moment of its log. Throws AppError `document_not_found`. */
  lastSeq(documentId: string): Promise<number>;
  /** The moments of its log, oldest first: every row that was committed. */
  moments(documentId: string): Promise<readonly { readonly seq: number; readonly at: number }[]>;
  /**
   * The text of that moment as the API tells it, as JSON in UTF-8: one of many megabytes is written where it is read. Throws AppError
   * `version_not_found` where the log has no such moment.
   */
  writtenMoment(documentId: string, seq: number): Promise<Uint8Array>;
  /** Who wrote what stood there then, by the server's own record. Throws AppError `version_not_found`. */
  authorsAt(documentId: string, seq: number): Promise<readonly BlockAuthors[]>;
  /**
   * What makes the text read as it did at `seq`, as one update made on what it was at `seen`: whatever was written after that stays. Throws
   * AppError `version_not_found`.
   */
  restoration(documentId: string, moments: { readonly seq: number; readonly seen: number }): Promise<Restored>;
  /** At most `most` moments of its log, first and last among them, each with who wrote since the one before. */
  growth(documentId: string, most: number): Promise<readonly GrowthStep[]>;
  /** How much of the text of the moment `before` somebody's deletion had taken away for good at the moment `until`. */
  measureDeletion(
    documentId: string,
    asked: {
      readonly before: number;
      readonly until: number;
      readonly deletion: Uint8Array;
      readonly personId: string;
      /** Whether what others deleted again since counts as gone. */
      readonly withOthers: boolean;
    },
  ): Promise<MeasuredDeletion>;
  /** The edit of the text as it is now that brings back what a deletion took; null where there is nothing to bring. */
  bringBack(documentId: string, deletion: Uint8Array): Promise<Uint8Array | null>;
  /** Whether it would be the same, had it been worked out of what was written up to `until`. */
  holds(documentId: string, restoration: Restored, until: number): Promise<boolean>;
}

export interface GrowthStep {
  readonly seq: number;
  readonly at: number;
  readonly personIds: readonly string[];
}

export interface Restored {
  readonly seq: number;
  readonly seen: number;
  /** The last moment that was looked at. */
  readonly now: number;
  readonly update: Uint8Array;
  readonly reads: string;
}

export function createPastTexts({
  store,
  reader,
}: {
  store: Pick<DocumentStore, 'head' | 'history' | 'packedHistory'>;
  reader: Pick<TextReader, 'body' | 'writtenMoment' | 'authors' | 'edit' | 'measureDeletion' | 'writersBetween' | 'bringBack'>;
}): PastTexts {
  async function rowsTo(documentId: string, seq: number): Promise<readonly StoredUpdate[]> {
    const rows = seq < 1 ? [] : await store.history(documentId, { fromSeq: 1, toSeq: seq });
    if (rows.length === 0 || rows.at(-1)?.seq !== seq) throw new AppError('version_not_found');
    return rows;
  }
  /** The same for a thread: who only passes them on does not take them apart. */
  async function packedTo(documentId: string, seq: number) {
    const rows = await store.packedHistory(documentId, { fromSeq: 1, toSeq: seq });
    const moments = momentsOfRows(rows);
    const last = moments.at(-1);
    if (last?.seq !== seq) throw new AppError('version_not_found');
    return { rows, moments, at: last.at };
  }
  async function headOf(documentId: string): Promise<DocumentHead> {
    const head = await store.head(documentId);
    if (head === null) throw new AppError('document_not_found');
    return head;
  }
  async function toReadLike(documentId: string, { seq, seen, now }: Record<'seq' | 'seen' | 'now', number>) {
    if (seq < 1 || seq > seen || seen > now) throw new AppError('version_not_found');
    const rows = await rowsTo(documentId, now);
    const upTo = (last: number) => rows.filter((row) => row.seq <= last).flatMap(({ updates }) => updates);
    const [target, before, current] = await Promise.all([seq, seen, now].map((moment) => reader.body(upTo(moment))));
    if (!target || !before || !current) throw new AppError('version_not_found');
    return { body: keepWritten(target, { seen: before, now: current }), seenText: upTo(seen) };
  }
  return {
    lastSeq: async (documentId) => (await headOf(documentId)).lastSeq,
    moments: async (documentId) => {
      const { lastSeq } = await headOf(documentId);
      return (await packedTo(documentId, lastSeq)).moments;
    },
    writtenMoment: async (documentId, seq) => {
      const { rows, at } = await packedTo(documentId, seq);
      return reader.writtenMoment({ rows, seq, at });
    },
    restoration: async (documentId, { seq, seen }) => {
      const { lastSeq: now } = await headOf(documentId);
      const { body, seenText } = await toReadLike(documentId, { seq, seen, now });
      const update = await reader.edit(seenText, { kind: 'read_like', body });
      if (update === null) throw new AppError('block_not_found');
      return { seq, seen, now, update, reads: JSON.stringify(body) };
    },
    holds: async (documentId, { seq, seen, now, reads }, until) => {
      if (until === now) return true;
      const { body } = await toReadLike(documentId, { seq, seen, now: until });
      return JSON.stringify(body) === reads;
    },
    growth: async (documentId, most) => {
      const { lastSeq, clients } = await headOf(documentId);
      const { rows, moments } = await packedTo(documentId, lastSeq);
      const steps = spread(moments, most);
      const writers = await reader.writersBetween({ rows, ends: steps.map(({ seq }) => seq), owners: clients });
      return steps.map((step, at) => ({ ...step, personIds: writers[at] ?? [] }));
    },
    measureDeletion: async (documentId, { before, until, deletion, personId, withOthers }) => {
      const [rows, { clients }] = await Promise.all([rowsTo(documentId, until), headOf(documentId)]);
      const split = {
        before: rows.filter(({ seq }) => seq <= before).flatMap(({ updates }) => updates),
        since: rows.filter(({ seq }) => seq > before).flatMap(({ updates }) => updates),
      };
      const own = [...clients].flatMap(([client, owner]) => (owner === personId ? [client] : []));
      return reader.measureDeletion(split, { deletion, own, withOthers });
    },
    bringBack: async (documentId, deletion) => {
      const rows = await rowsTo(documentId, (await headOf(documentId)).lastSeq);
      return reader.bringBack(
        rows.flatMap(({ updates }) => updates),
        deletion,
      );
    },
    authorsAt: async (documentId, seq) => {
      const [{ rows }, { clients }] = await Promise.all([packedTo(documentId, seq), headOf(documentId)]);
      return reader.authors({ rows, owners: clients });
    },
  };
}

type Moment = Pick<StoredUpdate, 'seq' | 'at'>;

/** The last moments of stretches of the log, as even as can be; the first is how the text began. */
function spread(moments: readonly Moment[], most: number): Moment[] {
  const steps = Math.min(most, moments.length);
  const end = (step: number): number =>
    steps < 2 ? moments.length : 1 + Math.round(((moments.length - 1) * step) / (steps - 1));
  return Array.from({ length: steps }, (_, step) => moments[end(step) - 1]).filter((moment) => moment !== undefined);
}
