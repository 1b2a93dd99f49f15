// The routes of what everybody may read, and of the matrix as the lab sees it.
import * as contracts from '@cocrea/shared/api/publication.ts';
import type { Routes } from '../http/routes.ts';
import { countTablesAtWork } from '../storage/sub-tables.ts';
import type { PublicationDesk } from './ports.ts';
import { publicDrafts, publicLab, publicLabs } from './public-drafts.ts';
import { readMatrix, readPublicMatrix } from './read-matrix.ts';
import { readPublicDraft } from './read-public-draft.ts';

export function addPublicationRoutes(routes: Routes, desk: PublicationDesk): void {
  routes.open(contracts.listPublicLabs, async () => ({ labs: await publicLabs(desk) }));

  routes.open(contracts.readPublicLab, async ({ params }) => {
    const { lab, facts, subTables } = await publicLab(desk, params.lab);
    const drafts = await publicDrafts(desk, params.lab);
    const tablesAtWork = await countTablesAtWork(desk, params.lab);
    return { lab, problem: facts.problem, commitment: facts.commitment, subTables, tablesAtWork, drafts };
  });

  routes.open(contracts.readPublicDraft, ({ params }) => readPublicDraft(desk, { labId: params.lab, no: Number(params.no) }));

  routes.open(contracts.readPublicMatrix, ({ params }) => readPublicMatrix(desk, { labId: params.lab, no: Number(params.no) }));

  routes.signedIn(contracts.readMatrix, ({ caller, params }) =>
    readMatrix(desk, caller, { labId: params.lab, no: Number(params.no) }),
  );
}
