// The text of a draft as it was frozen: the canonical form that stands in the records, whatever anybody did since.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { readFrozen as contract } from '@cocrea/shared/api/drafts.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { draftWithNeighbours } from './draft-step.ts';
import type { DraftDesk } from './ports.ts';

export async function readFrozen(
  desk: DraftDesk,
  caller: Caller,
  { labId, id }: { labId: string; id: string },
): Promise<OutputOf<typeof contract>> {
  const { records, database } = desk;
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  const { draft } = await draftWithNeighbours(desk, { labId, id });
  const versionId = draft.life.frozen?.versionId;
  if (versionId === undefined) throw new AppError('version_not_found');
  const query = database.selectFrom('draft_versions').where('id', '=', versionId).select(['canonical', 'fingerprint', 'at']);
  const [version] = await records.read(query.compile());
  if (version === undefined || version.canonical === null || version.fingerprint === null)
    throw new AppError('version_not_found');
  return { canonical: version.canonical, fingerprint: version.fingerprint, at: version.at };
}
