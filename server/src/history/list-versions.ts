// The versions of a text, the latest first, with moments spread over its log for whoever plays how it grew.
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { listVersions as contract } from '@cocrea/shared/api/history.ts';
import type { DraftVersion } from '@cocrea/shared/domain/draft.ts';
import type { Caller } from '../http/caller.ts';
import type { Ledger } from '../storage/ledger.ts';
import { openHistory, type Place } from './open-history.ts';
import type { HistoryDesk } from './ports.ts';
import { writersOf } from './writers.ts';

/** As many places as a slider can be moved to. */
const mostMoments = 400;

export async function listVersions(desk: HistoryDesk, caller: Caller, place: Place): Promise<OutputOf<typeof contract>> {
  await openHistory(desk, caller, { ...place, to: 'document.read' });
  const [versions, moments] = await Promise.all([versionsOf(desk, place.documentId), desk.past.moments(place.documentId)]);
  const people = await writersOf(desk, { labId: place.labId, personIds: versions.map(({ actorId }) => actorId) });
  return { versions, people, lastSeq: moments.at(-1)?.seq ?? 0, moments: spread(moments) };
}

export async function versionsOf({ records, database }: Ledger, documentId: string): Promise<DraftVersion[]> {
  const query = database
    .selectFrom('draft_versions')
    .where('document_id', '=', documentId)
    .select(['id', 'document_id as documentId', 'seq', 'kind', 'name', 'actor_id as actorId', 'at', 'fingerprint'])
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .orderBy('id');
  return records.read(query.compile());
}

function spread<Moment>(moments: readonly Moment[]): Moment[] {
  if (moments.length <= mostMoments) return [...moments];
  const step = (moments.length - 1) / (mostMoments - 1);
  return Array.from({ length: mostMoments }, (_, at) => moments[Math.round(at * step)]).filter((moment) => moment !== undefined);
}
