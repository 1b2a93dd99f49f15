// What the open rooms and feeds ask of documents again and again: whose lab they are, and what decides who may open them. Remembered for
// seconds, and forgotten the moment an event of the log says a document came or changed.
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import type { Ledger } from '../storage/ledger.ts';
import { documentSubject, findDocument } from './document-record.ts';

export interface DocumentsNow {
  /** Null where there is no such document. */
  of(documentId: string): Promise<DocumentSubject | null>;
  /** Ids of every document of the lab. */
  inLab(labId: string): Promise<readonly string[]>;
}

/** Milliseconds. */
const remembered = 5_000;
const keptMost = 20_000;

export function createDocumentsNow(ledger: Ledger): DocumentsNow {
  const subjects = createMemory<DocumentSubject | null>(ledger.now);
  const lists = createMemory<readonly string[]>(ledger.now);
  ledger.records.onEvents((events) => {
    for (const { type, subjectId, labId } of events) {
      if (!type.startsWith('document.')) continue;
      subjects.forget(subjectId);
      lists.forget(labId);
    }
  });
  return {
    of: (documentId) =>
      subjects.recall(documentId, async () => {
        const row = await findDocument(ledger, documentId);
        return row === null ? null : documentSubject(row);
      }),
    inLab: (labId) =>
      lists.recall(labId, async () => {
        const { records, database } = ledger;
        const rows = await records.read(database.selectFrom('documents').where('lab_id', '=', labId).select('id').compile());
        return rows.map(({ id }) => id);
      }),
  };
}

interface Memory<Value> {
  recall(key: string, read: () => Promise<Value>): Promise<Value>;
  forget(key: string): void;
}

/** One read however many ask at once; a failure is told to those who asked, and not remembered. */
function createMemory<Value>(now: () => number): Memory<Value> {
  const kept = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();
  return {
    recall: (key, read) => {
      const known = kept.get(key);
      if (known !== undefined && known.until > now()) return known.value;
      kept.delete(key);
      const oldest = kept.size >= keptMost ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      const entry = { value: read(), until: now() + remembered };
      kept.set(key, entry);
      entry.value.catch(() => kept.get(key) === entry && kept.delete(key));
      return entry.value;
    },
    forget: (key) => void kept.delete(key),
  };
}
