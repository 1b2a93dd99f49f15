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
  /** Tells when what decides who may open or write a document may have changed. */
  onChanged(listener: (documentId: string) => void): () => void;
}

export function createDocumentsNow(ledger: Ledger): DocumentsNow {
  const subjects = createReadCache<DocumentSubject | null>(ledger.now);
  const lists = createReadCache<readonly string[]>(ledger.now);
  const listeners = new Set<(documentId: string) => void>();
  ledger.records.onEvents((events) => {
    const changed = events.filter(({ type }) => type.startsWith('document.') || type.startsWith('proposal.'));
    for (const { subjectId, labId } of changed) {
      subjects.forget(subjectId);
      lists.forget(labId);
    }
    for (const documentId of new Set(changed.map(({ subjectId }) => subjectId))) {
      for (const listener of [...listeners]) listener(documentId);
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
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
