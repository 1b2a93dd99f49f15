// The routes of drafts: each step of their life, more days for a consultation, what blocks the next freeze, and the text as it was frozen.
import * as contracts from '@cocrea/shared/api/drafts.ts';
import type { Routes } from '../http/routes.ts';
import { moveDraft } from './move-draft.ts';
import type { DraftDesk } from './ports.ts';
import { prolongConsultation } from './prolong-consultation.ts';
import { readBlockers } from './read-blockers.ts';
import { readFrozen } from './read-frozen.ts';

export function addDraftRoutes(routes: Routes, desk: DraftDesk): void {
  routes.signedIn(contracts.moveDraft, ({ caller, params, body }) =>
    moveDraft(desk, caller, { labId: params.lab, id: params.document, ...body }),
  );

  routes.signedIn(contracts.prolongConsultation, ({ caller, params, body }) =>
    prolongConsultation(desk, caller, { labId: params.lab, id: params.document, ...body }),
  );

  routes.signedIn(contracts.readBlockers, ({ caller, params }) =>
    readBlockers(desk, caller, { labId: params.lab, id: params.document }),
  );

  routes.signedIn(contracts.readFrozen, ({ caller, params }) =>
    readFrozen(desk, caller, { labId: params.lab, id: params.document }),
  );
}
