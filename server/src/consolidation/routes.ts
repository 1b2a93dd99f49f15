// The routes of the desk of consolidation.
import * as contracts from '@cocrea/shared/api/consolidation.ts';
import { authorize } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import { requireLab } from '../storage/require-lab.ts';
import { declareEdit } from './declare-edit.ts';
import { incorporate } from './incorporate.ts';
import { readLateWritings } from './late-record.ts';
import { sendLateWriting, settleLateWriting } from './late-writings.ts';
import { originsOfDraft } from './origin-record.ts';
import type { ConsolidationDesk } from './ports.ts';
import { readUnexplained } from './read-unexplained.ts';
import { removeOrigin } from './remove-origin.ts';
import { settleContributions } from './settle-contributions.ts';

export function addConsolidationRoutes(routes: Routes, desk: ConsolidationDesk): void {
  routes.signedIn(contracts.readDesk, async ({ caller, params }) => {
    const labId = params.lab;
    await requireLab(desk, labId);
    authorize(caller, 'consolidate', { labId });
    const { id, draftNo } = await desk.drafts.of({ labId, documentId: params.document });
    const [contributions, outcomes, proposals, late, origins] = await Promise.all([
      desk.contributions.forDesk(labId),
      desk.contributions.outcomes(labId),
      desk.proposals.forDesk(labId),
      readLateWritings(desk, { labId }),
      originsOfDraft(desk, { labId, documentId: id }),
    ]);
    const lateWritings = late.filter((one) => one.draftNo < draftNo);
    return { contributions, outcomes, proposals: [...proposals], lateWritings, origins };
  });

  routes.signedIn(contracts.listOrigins, async ({ caller, params }) => {
    await requireLab(desk, params.lab);
    authorize(caller, 'lab.read', { labId: params.lab });
    const { id } = await desk.drafts.of({ labId: params.lab, documentId: params.document });
    return { origins: await originsOfDraft(desk, { labId: params.lab, documentId: id }) };
  });

  routes.signedIn(contracts.readUnexplained, async ({ caller, params }) => {
    const { changed, explained, changes } = await readUnexplained(desk, caller, {
      labId: params.lab,
      documentId: params.document,
    });
    return {
      changed,
      explained,
      changes: changes.map((one) => ({ ...one, from: [...one.from], within: [...one.within], runs: [...one.runs] })),
    };
  });

  routes.signedIn(contracts.incorporate, ({ caller, params, body }) =>
    incorporate(desk, caller, { labId: params.lab, documentId: params.document, ...body }),
  );

  routes.signedIn(contracts.declareEdit, async ({ caller, params, body }) => ({
    origins: await declareEdit(desk, caller, { labId: params.lab, documentId: params.document, ...body }),
  }));

  routes.signedIn(contracts.removeOrigin, async ({ caller, params, body }) => ({
    origins: await removeOrigin(desk, caller, { labId: params.lab, id: params.id, ...body }),
  }));

  routes.signedIn(contracts.settleContributions, async ({ caller, params, body }) => ({
    outcomes: await settleContributions(desk, caller, { labId: params.lab, ...body }),
  }));

  routes.signedIn(contracts.sendLateWriting, ({ caller, params, body }) =>
    sendLateWriting(desk, caller, { labId: params.lab, documentId: params.document, ...body }),
  );

  routes.signedIn(contracts.settleLateWriting, ({ caller, params, body }) =>
    settleLateWriting(desk, caller, { labId: params.lab, id: params.id, ...body }),
  );
}
