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

/** Those that stand, in the order they were added. */
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
