// Origins of blocks as they are stored, and how they are told: with the folio or title of what they come from.
import { OriginKind, type Origin } from '@cocrea/shared/domain/origin.ts';
import type { ConsolidationDesk } from './ports.ts';
import { readLateWritings } from './late-record.ts';

interface Wanted {
  readonly labId: string;
  readonly documentId?: string;
  readonly ids?: readonly string[];
  readonly sourceId?: string;
}

/**
 * Everything a block of that draft comes from: what was noted when words were brought in, and what answers to observations say of it. The
 * latter have the id of the observation, and go with the answer.
 */
export async function originsOfDraft(desk: ConsolidationDesk, place: { labId: string; documentId: string }): Promise<Origin[]> {
  const [noted, answered] = await Promise.all([
    readOrigins(desk, place),
    desk.observations.destinationsIn(place.labId, place.documentId),
  ]);
  const known = new Set(noted.map(({ blockId, sourceId }) => `${blockId} ${sourceId ?? ''}`));
  return [
    ...noted,
    ...answered
      .filter(({ blockId, observationId }) => !known.has(`${blockId} ${observationId}`))
      .map(({ observationId, folio, blockId, decidedBy, decidedAt }): Origin => {
        const common = { documentId: place.documentId, blockId, kind: 'observation' as const, label: folio, reason: null };
        return { ...common, id: observationId, sourceId: observationId, addedBy: decidedBy, addedAt: decidedAt };
      }),
  ];
}

/** Those that were noted and stand, in the order they were added. */
export async function readOrigins(desk: ConsolidationDesk, { labId, documentId, ids, sourceId }: Wanted): Promise<Origin[]> {
  const { records, database } = desk;
  let query = database
    .selectFrom('block_origins')
    .selectAll()
    .where('lab_id', '=', labId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id');
  if (documentId !== undefined) query = query.where('document_id', '=', documentId);
  if (ids !== undefined) query = query.where('id', 'in', ids);
  if (sourceId !== undefined) query = query.where('source_id', '=', sourceId);
  const rows = await records.read(query.compile());
  const labels = await labelsOf(
    desk,
    labId,
    rows.map(({ source_kind: kind, source_id: id }) => ({ kind, id })),
  );
  return rows.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    blockId: row.block_id,
    kind: OriginKind.parse(row.source_kind),
    sourceId: row.source_id,
    label: row.source_id === null ? null : (labels.get(row.source_id) ?? null),
    reason: row.reason,
    addedBy: row.added_by,
    addedAt: row.added_at,
  }));
}

async function labelsOf(
  desk: ConsolidationDesk,
  labId: string,
  sources: readonly { kind: string; id: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const of = (kind: OriginKind): string[] => [
    ...new Set(sources.flatMap((one) => (one.kind === kind && one.id !== null ? [one.id] : []))),
  ];
  const [observations, contributions, proposals, late] = await Promise.all([
    desk.observations.folios(labId, of('observation')),
    of('contribution').length === 0 ? [] : desk.contributions.forDesk(labId),
    of('proposal').length === 0 ? [] : desk.proposals.forDesk(labId),
    of('late_writing').length === 0 ? [] : readLateWritings(desk, { labId }),
  ]);
  return new Map([
    ...observations,
    ...contributions.map(({ id, folio }) => [id, folio] as const),
    ...proposals.map(({ id, title }) => [id, title] as const),
    ...late.map(({ id, folio }) => [id, folio] as const),
  ]);
}
