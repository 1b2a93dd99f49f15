// Texts of which most was deleted and of which nobody has said what becomes of that, for those who may bring them back; nobody else is told.
import type { MassDeletion } from '@cocrea/shared/domain/mass-deletion.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { openDeletionsIn } from './mass-deletion-record.ts';
import type { HistoryDesk } from './ports.ts';

export async function listMassDeletions(
  desk: HistoryDesk,
  caller: Caller,
  labId: string,
): Promise<{ deletions: MassDeletion[] }> {
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const deletions: MassDeletion[] = [];
  for (const deletion of await openDeletionsIn(desk, labId)) {
    const subject = await desk.documents.of(deletion.documentId);
    if (subject !== null && can(caller.actor, 'version.restore', subject)) deletions.push(deletion);
  }
  return { deletions };
}
