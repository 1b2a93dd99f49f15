// Rename a free note, on the condition that nobody renamed it since it was read.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { documentSubject, findDocument, readDocument } from './document-record.ts';
import type { LabLedger } from './lab-ledger.ts';
import { readTitle } from './title.ts';

export async function renameNote(
  ledger: LabLedger,
  caller: Caller,
  note: { labId: string; id: string; commandId: string; title: string; version: number },
): Promise<LabDocument> {
  const { labId, id, commandId, version } = note;
  const row = await findDocument(ledger, id);
  if (!row || row.lab_id !== labId) throw new AppError('document_not_found');
  authorize(caller, 'note.rename', documentSubject(row));
  const title = readTitle(note.title);
  await ledger.records.record({
    labId,
    commandId,
    statements: [
      {
        query: ledger.database
          .updateTable('documents')
          .set({ title, version: version + 1 })
          .where('id', '=', id)
          .where('version', '=', version)
          .compile(),
        expectRows: 1,
      },
    ],
    events: [{ actorId: caller.actor.personId, type: 'document.renamed', subjectId: id, data: {} }],
  });
  return readDocument(ledger, { labId, id });
}
