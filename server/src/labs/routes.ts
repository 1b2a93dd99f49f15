// The doors of a lab's home: its facts, its documents, its notes, what changed since one was last there.
import * as contracts from '@cocrea/shared/api/labs.ts';
import { authorize } from '../http/caller.ts';
import type { Doors } from '../http/route.ts';
import { createNote } from './create-note.ts';
import { readDocuments } from './document-record.ts';
import { lastSeq, type LabRoom } from './lab-room.ts';
import { markVisit, readChanges } from './read-changes.ts';
import { readLab } from './read-lab.ts';
import { renameNote } from './rename-note.ts';

export function mountLabs(doors: Doors, room: LabRoom): void {
  doors.signedIn(contracts.readLab, ({ caller, params }) => readLab(room, caller, params.lab));

  doors.signedIn(contracts.listDocuments, async ({ caller, params }) => {
    await lastSeq(room, params.lab);
    authorize(caller, 'lab.read', { labId: params.lab });
    return { documents: await readDocuments(room, { labId: params.lab }) };
  });

  doors.signedIn(contracts.createNote, async ({ caller, params, body }) => {
    const { created, document } = await createNote(room, caller, { labId: params.lab, ...body });
    return { created, output: { documentId: document.id, document } };
  });

  doors.signedIn(contracts.renameNote, async ({ caller, params, body }) => ({
    document: await renameNote(room, caller, { labId: params.lab, id: params.id, ...body }),
  }));

  doors.signedIn(contracts.readChanges, ({ caller, params }) => readChanges(room, caller, params.lab));

  doors.signedIn(contracts.markVisit, ({ caller, params, body }) =>
    markVisit(room, caller, { labId: params.lab, seq: body.seq }),
  );
}
