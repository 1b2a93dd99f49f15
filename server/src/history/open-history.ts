// The first questions of every verb of this room: is there such a text in the lab, and may the caller do this to it?
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import type { HistoryDesk } from './ports.ts';

export interface Place {
  readonly labId: string;
  readonly documentId: string;
}

/** Throws AppError `lab_not_found`, `document_not_found`, `forbidden`. */
export async function openHistory(
  desk: HistoryDesk,
  caller: Caller,
  { labId, documentId, to }: Place & { to: 'document.read' | 'version.name' | 'version.restore' },
): Promise<void> {
  await requireLab(desk, labId);
  // Whether there is such a text is for members to know.
  authorize(caller, 'lab.read', { labId });
  const subject = await desk.documents.of(documentId);
  if (subject === null || subject.labId !== labId) throw new AppError('document_not_found');
  authorize(caller, to, subject);
}
