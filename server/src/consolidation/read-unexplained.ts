// What changed from one Borrador to the next that nobody asked for: every changed block has an origin, or is listed.
import { changesWithoutOrigin, type Traceability } from '@cocrea/shared/document/changes-without-origin.ts';
import { compareBodies } from '@cocrea/shared/document/compare-bodies.ts';
import { attributesIn, derivations, lineOf } from '@cocrea/shared/document/derived-from.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { originsOfDraft } from './origin-record.ts';
import type { ConsolidationDesk, DraftOnDesk } from './ports.ts';

export async function readUnexplained(
  desk: ConsolidationDesk,
  caller: Caller,
  { labId, documentId }: { labId: string; documentId: string },
): Promise<Traceability> {
  await requireLab(desk, labId);
  authorize(caller, 'lab.read', { labId });
  return unexplainedIn(desk, await desk.drafts.of({ labId, documentId }));
}

/** The first draft has nothing to be compared with: then there are none. */
export async function unexplainedIn(desk: ConsolidationDesk, draft: DraftOnDesk): Promise<Traceability> {
  const { id, labId, draftNo, state, frozenVersionId } = draft;
  const before = await desk.drafts.numbered({ labId, draftNo: draftNo - 1 });
  if (before === null || before.frozenVersionId === null || state === 'planned') return { changed: 0, explained: 0, changes: [] };
  const after = frozenVersionId === null ? desk.texts.bodyOf(id) : desk.drafts.frozenBody(draft);
  const [earlier, later, origins] = await Promise.all([
    desk.drafts.frozenBody(before),
    after,
    originsOfDraft(desk, { labId, documentId: id }),
  ]);
  const named = new Set(origins.map(({ blockId }) => blockId));
  const from = derivations(attributesIn(later));
  const inheriting = [...from.keys()].filter((blockId) => lineOf(blockId, from).some((one) => named.has(one)));
  return changesWithoutOrigin(compareBodies(earlier, later), { origins: new Set([...named, ...inheriting]), draftNo });
}
