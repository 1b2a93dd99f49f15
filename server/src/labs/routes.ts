// The routes of a lab's home: its facts, its documents, its notes, what changed since one was last there.
import * as contracts from '@cocrea/shared/api/labs.ts';
import { authorize } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import { requireLab } from '../storage/require-lab.ts';
import { createNote } from './create-note.ts';
import { readDocuments } from './document-record.ts';
import type { LabLedger } from './lab-ledger.ts';
import { markVisit, readChanges } from './read-changes.ts';
import { readLab } from './read-lab.ts';
import { renameNote } from './rename-note.ts';

export function addLabRoutes(routes: Routes, ledger: LabLedger): void {
  routes.signedIn(contracts.readLab, ({ caller, params }) => readLab(ledger, caller, params.lab));

  routes.signedIn(contracts.listDocuments, async ({ caller, params }) => {
    await requireLab(ledger, params.lab);
    authorize(caller, 'lab.read', { labId: params.lab });
    return { documents: await readDocuments(ledger, { labId: params.lab }) };
  });

  routes.signedIn(contracts.createNote, async ({ caller, params, body }) => {
    const { created, document } = await createNote(ledger, caller, { labId: params.lab, ...body });
    return { created, output: { documentId: document.id, document } };
  });

  routes.signedIn(contracts.renameNote, async ({ caller, params, body }) => ({
    document: await renameNote(ledger, caller, { labId: params.lab, id: params.id, ...body }),
  }));

  routes.signedIn(contracts.readChanges, ({ caller, params }) => readChanges(ledger, caller, params.lab));

  routes.signedIn(contracts.markVisit, ({ caller, params, body }) =>
    markVisit(ledger, caller, { labId: params.lab, seq: body.seq }),
  );
}
