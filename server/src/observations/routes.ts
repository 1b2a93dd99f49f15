// The routes of observations: sent, listed, grouped, answered, and what their authors say to it.
import * as contracts from '@cocrea/shared/api/observations.ts';
import { authorize } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import { requireLab } from '../storage/require-lab.ts';
import { answerObservations } from './answer-observations.ts';
import { groupObservations, ungroupObservations } from './group-observations.ts';
import { importObservations } from './import-observations.ts';
import { markAnalysing } from './mark-analysing.ts';
import { readObservations } from './observation-record.ts';
import type { ObservationDesk } from './ports.ts';
import { listReplyTemplates, putReplyTemplate } from './reply-templates.ts';
import { sendObservation } from './send-observation.ts';
import { stateSatisfaction } from './state-satisfaction.ts';

export function addObservationRoutes(routes: Routes, desk: ObservationDesk): void {
  routes.signedIn(contracts.listObservations, async ({ caller, params }) => {
    await requireLab(desk, params.lab);
    authorize(caller, 'lab.read', { labId: params.lab });
    const { id } = await desk.drafts.of({ labId: params.lab, documentId: params.document });
    return { observations: await readObservations(desk, { labId: params.lab, documentId: id }) };
  });

  routes.signedIn(contracts.listMyObservations, async ({ caller, params }) => {
    await requireLab(desk, params.lab);
    authorize(caller, 'lab.read', { labId: params.lab });
    const mine = await readObservations(desk, { labId: params.lab, authorId: caller.actor.personId });
    return { observations: mine.sort((one, other) => other.receivedAt - one.receivedAt) };
  });

  routes.signedIn(contracts.sendObservation, ({ caller, params, body }) =>
    sendObservation(desk, caller, { labId: params.lab, documentId: params.document, sent: body }),
  );

  routes.signedIn(contracts.importObservations, ({ caller, params, body }) =>
    importObservations(desk, caller, { labId: params.lab, documentId: params.document, ...body }),
  );

  routes.signedIn(contracts.markAnalysing, ({ caller, params, body }) =>
    markAnalysing(desk, caller, { labId: params.lab, id: params.id, ...body }),
  );

  routes.signedIn(contracts.answerObservations, async ({ caller, params, body }) => ({
    observations: await answerObservations(desk, caller, { labId: params.lab, ...body }),
  }));

  routes.signedIn(contracts.groupObservations, async ({ caller, params, body }) => ({
    observations: await groupObservations(desk, caller, { labId: params.lab, ...body }),
  }));

  routes.signedIn(contracts.ungroupObservations, async ({ caller, params, body }) => ({
    observations: await ungroupObservations(desk, caller, { labId: params.lab, id: params.id, ...body }),
  }));

  routes.signedIn(contracts.stateSatisfaction, ({ caller, params, body }) =>
    stateSatisfaction(desk, caller, { labId: params.lab, id: params.id, ...body }),
  );

  routes.signedIn(contracts.listReplyTemplates, async ({ caller, params }) => ({
    templates: await listReplyTemplates(desk, caller, params.lab),
  }));

  routes.signedIn(contracts.putReplyTemplate, async ({ caller, params, body }) => ({
    templates: await putReplyTemplate(desk, caller, { labId: params.lab, ...body }),
  }));
}
