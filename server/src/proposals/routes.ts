// The routes of proposals: the portfolio, one proposal, and each verb that moves them.
import * as contracts from '@cocrea/shared/api/proposals.ts';
import type { Routes } from '../http/routes.ts';
import { changeGate } from './change-gate.ts';
import { changeProposal } from './change-proposal.ts';
import { createProposal } from './create-proposal.ts';
import { endorseProposal } from './endorse-proposal.ts';
import { listDestinations } from './list-destinations.ts';
import { listProposals } from './list-proposals.ts';
import { mergeProposals } from './merge-proposals.ts';
import { moveProposal } from './move-proposal.ts';
import type { ProposalDesk } from './ports.ts';
import { readProposal } from './read-proposal.ts';
import { splitProposal } from './split-proposal.ts';
import { undoLineage } from './undo-lineage.ts';
import { withdrawEndorsement } from './withdraw-endorsement.ts';

export function addProposalRoutes(routes: Routes, desk: ProposalDesk): void {
  routes.signedIn(contracts.listProposals, ({ caller, params }) => listProposals(desk, caller, params.lab));

  routes.signedIn(contracts.readProposal, ({ caller, params }) =>
    readProposal(desk, caller, { labId: params.lab, id: params.id }),
  );

  routes.signedIn(contracts.createProposal, ({ caller, params, body }) =>
    createProposal(desk, caller, { labId: params.lab, ...body }),
  );

  routes.signedIn(contracts.changeProposal, ({ caller, params, body }) =>
    changeProposal(desk, caller, { labId: params.lab, id: params.id, ...body }),
  );

  routes.signedIn(contracts.moveProposal, ({ caller, params, body }) =>
    moveProposal(desk, caller, { labId: params.lab, id: params.id, ...body }),
  );

  routes.signedIn(contracts.endorseProposal, ({ caller, params, body }) =>
    endorseProposal(desk, caller, { labId: params.lab, id: params.id, ...body }),
  );

  routes.signedIn(contracts.withdrawEndorsement, ({ caller, params, body }) =>
    withdrawEndorsement(desk, caller, { labId: params.lab, id: params.id, ...body }),
  );

  routes.signedIn(contracts.mergeProposals, ({ caller, params, body }) =>
    mergeProposals(desk, caller, { labId: params.lab, ...body }),
  );

  routes.signedIn(contracts.splitProposal, ({ caller, params, body }) =>
    splitProposal(desk, caller, { labId: params.lab, id: params.id, ...body }),
  );

  routes.signedIn(contracts.undoLineage, ({ caller, params, body }) =>
    undoLineage(desk, caller, { labId: params.lab, lineageId: params.lineage, ...body }),
  );

  routes.signedIn(contracts.listDestinations, ({ caller, params }) => listDestinations(desk, caller, params.lab));

  routes.signedIn(contracts.changeGate, async ({ caller, params, body }) => ({
    gate: await changeGate(desk, caller, { labId: params.lab, ...body }),
  }));
}
