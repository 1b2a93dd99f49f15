// Create a free note: its record, its event and its first text in one transaction; the same id again is the same note.
import { freeNote } from '@cocrea/shared/document/templates/free-note.ts';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { readDocument } from './document-record.ts';
import { firstText } from './first-text.ts';
import type { LabLedger } from './lab-ledger.ts';
import { readTitle } from './title.ts';

export async function createNote(
  ledger: LabLedger,
  caller: Caller,
  note: { labId: string; id: string; title: string },
): Promise<{ created: boolean; document: LabDocument }> {
  const { labId, id } = note;
  await requireLab(ledger, labId);
  authorize(caller, 'note.create', { labId });
  const title = readTitle(note.title);
  const at = ledger.now();
  const { outcome, events } = await ledger.records.record({
    labId,
    commandId: id,
    statements: [
      {
        query: ledger.database
          .insertInto('documents')
          .values({ id, lab_id: labId, kind: 'free_note', title, participants_invited: 0, created_at: at })
          .compile(),
      },
    ],
    events: [{ actorId: caller.actor.personId, type: 'document.created', subjectId: id, data: { kind: 'free_note' } }],
    documents: [firstText({ id, text: freeNote(), at })],
  });
  const [made] = events;
  if (made?.type !== 'document.created' || made.actorId !== caller.actor.personId) throw new AppError('id_taken');
  return { created: outcome === 'recorded', document: await readDocument(ledger, { labId, id }) };
}
