// The routes of what everybody may read, and of the matrix as the lab sees it.
import * as contracts from '@cocrea/shared/api/publication.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import type { PublicationDesk } from './ports.ts';
import { draftNumbered, isOut, publicDrafts, publicLab } from './public-drafts.ts';
import { matrixOf } from './read-matrix.ts';

export function addPublicationRoutes(routes: Routes, desk: PublicationDesk): void {
  routes.open(contracts.readPublicLab, async ({ params }) => {
    const { lab, facts, subTables } = await publicLab(desk, params.lab);
    const drafts = await publicDrafts(desk, params.lab);
    return { lab, problem: facts.problem, commitment: facts.commitment, subTables, drafts };
  });

  routes.open(contracts.readPublicDraft, async ({ params }) => {
    const { lab } = await publicLab(desk, params.lab);
    const { draft, published, drafts } = await draftNumbered(desk, { labId: params.lab, no: Number(params.no) });
    const { frozen } = draft.life;
    if (!published.isOut || frozen === null) throw new AppError('not_published');
    const query = desk.database.selectFrom('draft_versions').where('id', '=', frozen.versionId).select('canonical');
    const [row] = await desk.records.read(query.compile());
    if (row?.canonical == null) throw new AppError('not_published');
    const previous = drafts.find(({ draftNo }) => draftNo === draft.draftNo - 1);
    const previousNo = previous !== undefined && isOut(previous) ? previous.draftNo : null;
    return { lab, draft: published, canonical: row.canonical, previousNo };
  });

  routes.open(contracts.readPublicMatrix, async ({ params }) => {
    const { lab } = await publicLab(desk, params.lab);
    const { draft, published, drafts } = await draftNumbered(desk, { labId: params.lab, no: Number(params.no) });
    if (!published.hasMatrix) throw new AppError('not_published');
    const next = drafts.find(({ draftNo }) => draftNo === draft.draftNo + 1);
    return { lab, draft: published, observations: await matrixOf(desk, { draft, next, named: false }) };
  });

  routes.signedIn(contracts.readMatrix, async ({ caller, params }) => {
    const { lab } = await publicLab(desk, params.lab);
    authorize(caller, 'lab.read', { labId: params.lab });
    const { draft, published, drafts } = await draftNumbered(desk, { labId: params.lab, no: Number(params.no) });
    const next = drafts.find(({ draftNo }) => draftNo === draft.draftNo + 1);
    return { lab, draft: published, observations: await matrixOf(desk, { draft, next, named: true }) };
  });
}
