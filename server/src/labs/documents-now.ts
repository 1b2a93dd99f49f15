// What the open rooms and feeds ask of documents again and again: whose lab they are, and what decides who may open them. Kept for
// seconds, and forgotten the moment an event of the log says a document came or changed.
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import type { Ledger } from '../storage/ledger.ts';
import { createReadCache } from '../storage/read-cache.ts';
import { documentSubject, findDocument } from './document-record.ts';

export interface DocumentsNow {
  /** Null where there is no such document. */
  of(documentId: string): Promise<DocumentSubject | null>;
  /** Ids of every document of the lab. */
  inLab(labId: string): Promise<readonly string[]>;
}

export function createDocumentsNow(ledger: Ledger): DocumentsNow {
  const subjects = createReadCache<DocumentSubject | null>(ledger.now);
  const lists = createReadCache<readonly string[]>(ledger.now);
  ledger.records.onEvents((events) => {
    for (const { type, subjectId, labId } of events) {
      if (!type.startsWith('document.')) continue;
      subjects.forget(subjectId);
      lists.forget(labId);
    }
  });
  return {
    of: (documentId) =>
      subjects.read(documentId, async () => {
        const row = await findDocument(ledger, documentId);
        return row === null ? null : documentSubject(row);
      }),
    inLab: (labId) =>
      lists.read(labId, async () => {
        const { records, database } = ledger;
        const rows = await records.read(database.selectFrom('documents').where('lab_id', '=', labId).select('id').compile());
        return rows.map(({ id }) => id);
      }),
  };
}
