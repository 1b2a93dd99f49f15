// A frozen draft as everybody may read it, once it is out.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readPublicDraft as contract } from '@cocrea/shared/api/publication.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { PublicationDesk } from './ports.ts';
import { draftNumbered, isOut, publicLab } from './public-drafts.ts';

/** Throws AppError `lab_not_found`, `not_published`. */
export async function readPublicDraft(
  desk: PublicationDesk,
  place: { labId: string; no: number },
): Promise<OutputOf<typeof contract>> {
  const { lab } = await publicLab(desk, place.labId);
  const { draft, published, previous } = await draftNumbered(desk, place);
  const { frozen } = draft.life;
  if (!published.isOut || frozen === null) throw new AppError('not_published');
  const query = desk.database.selectFrom('draft_versions').where('id', '=', frozen.versionId).select('canonical');
  const [row] = await desk.records.read(query.compile());
  if (row?.canonical == null) throw new AppError('not_published');
  const previousNo = previous !== undefined && isOut(previous) ? previous.draftNo : null;
  return { lab, draft: published, canonical: row.canonical, previousNo };
}
