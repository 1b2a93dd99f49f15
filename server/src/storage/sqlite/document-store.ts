// The document store over SQLite: the main thread's side, which packs, asks the database thread and unpacks.
import { AppError } from '@cocrea/shared/errors.ts';
import { ownBytes } from '../../threads/own-bytes.ts';
import { ThreadDied, type ThreadLink } from '../../threads/thread-link.ts';
import type { Append, DocumentStore, NewDocument } from '../document-store.ts';
import { unpackStoredRows } from '../stored-rows.ts';
import { unpackRows } from '../whole-document.ts';
import { packFlush } from './flush-format.ts';
import type { Operations } from './operations.ts';

/** Rows named in one request to archive; the thread moves as many of them as a few milliseconds allow. */
const archiveRows = 5000;

export function createSqliteDocumentStore(link: ThreadLink<Operations>): DocumentStore {
  return {
    create: async (document) => {
      try {
        await link.ask('createDocument', sendable(document));
      } catch (error) {
        throw error instanceof AppError && error.code === 'id_taken'
          ? new AppError('id_taken', { document: document.documentId })
          : error;
      }
    },

    load: async (documentId) => {
      const loaded = await link.ask('loadDocument', documentId);
      if (loaded === null) return null;
      const { rows, ...whole } = loaded;
      return { ...whole, tail: unpackRows(unpackStoredRows(rows)) };
    },

    append: async (batch) => {
      const first = batch[0];
      if (first === undefined) return;
      const flush = packFlush(batch);
      try {
        await link.ask('appendFlush', flush, [flush]);
      } catch (error) {
        // Whoever hears of a failure writes again under the same seq: so it must be known that nothing was stored.
        if (!(error instanceof ThreadDied) || !(await link.ask('hasRow', rowOf(first)))) throw error;
      }
    },

    writeSnapshot: async (snapshot) => link.ask('writeSnapshot', { ...snapshot, update: ownBytes(snapshot.update) }),

    archive: async (documentId) => {
      const archivable = await link.ask('archivable', documentId);
      if (archivable === null) return;
      const { upTo } = archivable;
      let { rows } = archivable;
      while (rows.length > 0) {
        const moved = await link.ask('archiveSome', { documentId, upTo, rows: rows.slice(0, archiveRows) });
        rows = moved === 0 ? rows.subarray(0, 0) : rows.subarray(moved);
      }
      await link.ask('dropSnapshotsBefore', { documentId, seq: upTo });
    },

    history: async (documentId, range) => {
      const rows = await link.ask('readHistory', { documentId, ...range });
      return unpackRows(unpackStoredRows(rows));
    },

    head: async (documentId) => link.ask('documentHead', documentId),

    packedHistory: async (documentId, range) => link.ask('shareHistory', { documentId, ...range }),

    since: async (documentId, seq) => {
      const read = await link.ask('readSince', { documentId, seq });
      return read === null ? null : { ...read, rows: unpackRows(unpackStoredRows(read.rows)) };
    },

    lastSeqs: async (documentIds) => link.ask('lastSeqs', documentIds),

    lastChanges: async (documentIds) => link.ask('lastChanges', documentIds),
  };
}

function rowOf({ documentId, seq, at }: Append): { documentId: string; seq: number; at: number } {
  return { documentId, seq, at };
}

/** The document with bytes of its own, fit to travel to the thread. */
export function sendable(document: NewDocument): NewDocument {
  return { ...document, firstUpdate: ownBytes(document.firstUpdate) };
}
