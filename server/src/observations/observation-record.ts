// The record of an observation between its row and its shape, and how observations are found.
import type { Selectable } from 'kysely';
import { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import {
  Destination,
  Disposition,
  ObservationKind,
  observationFolio,
  ObservationState,
  ObservationWay,
  Satisfaction,
  type Observation,
} from '@cocrea/shared/domain/observation.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Tables } from '../storage/tables.ts';

interface Wanted {
  readonly labId: string;
  readonly documentId?: string;
  readonly ids?: readonly string[];
  readonly authorId?: string;
  readonly groupId?: string;
}

/** Those that fit, by draft and folio. */
export async function readObservations({ records, database }: Ledger, wanted: Wanted): Promise<Observation[]> {
  let query = database
    .selectFrom('observations')
    .innerJoin('documents', 'documents.id', 'observations.document_id')
    .leftJoin('memberships as authors', (join) =>
      join
        .onRef('authors.person_id', '=', 'observations.author_id')
        .onRef('authors.lab_id', '=', 'observations.lab_id')
        .on('authors.removed_at', 'is', null),
    )
    .leftJoin('people as author', 'author.id', 'authors.person_id')
    .leftJoin('people as signer', 'signer.id', 'observations.decided_by')
    .selectAll('observations')
    .select(['documents.draft_no', 'author.name as author_name', 'signer.name as signer_name'])
    .where('observations.lab_id', '=', wanted.labId)
    .orderBy('documents.draft_no')
    .orderBy('observations.no');
  if (wanted.documentId !== undefined) query = query.where('observations.document_id', '=', wanted.documentId);
  if (wanted.ids !== undefined) query = query.where('observations.id', 'in', wanted.ids);
  if (wanted.authorId !== undefined) query = query.where('observations.author_id', '=', wanted.authorId);
  if (wanted.groupId !== undefined) query = query.where('observations.group_id', '=', wanted.groupId);
  return (await records.read(query.compile())).map(toObservation);
}

/** Throws AppError `observation_not_found`. */
export async function observationOf(ledger: Ledger, { labId, id }: { labId: string; id: string }): Promise<Observation> {
  const [observation] = await readObservations(ledger, { labId, ids: [id] });
  if (observation === undefined) throw new AppError('observation_not_found');
  return observation;
}

/** All of these, in the order asked. Throws AppError `observation_not_found` when one is missing. */
export async function observationsOf(
  ledger: Ledger,
  { labId, ids }: { labId: string; ids: readonly string[] },
): Promise<Observation[]> {
  const found = new Map((await readObservations(ledger, { labId, ids })).map((one) => [one.id, one]));
  return ids.map((id) => {
    const observation = found.get(id);
    if (observation === undefined) throw new AppError('observation_not_found');
    return observation;
  });
}

/** Folios by id. */
export async function foliosOf(
  ledger: Ledger,
  { labId, ids }: { labId: string; ids: readonly string[] },
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await readObservations(ledger, { labId, ids })).map(({ id, folio }) => [id, folio]));
}

type Row = Selectable<Tables['observations']> & {
  readonly draft_no: number | null;
  readonly author_name: string | null;
  readonly signer_name: string | null;
};

function toObservation(row: Row): Observation {
  const draftNo = row.draft_no ?? 0;
  return {
    id: row.id,
    folio: observationFolio(draftNo, row.no),
    documentId: row.document_id,
    draftNo,
    blockId: row.block_id,
    quote: row.quote,
    quoteFrom: row.quote_from,
    quoteTo: row.quote_to,
    kind: ObservationKind.parse(row.kind),
    proposedText: row.proposed_text,
    justification: row.justification,
    authorId: row.author_id,
    authorName: row.author_name,
    actorKind: ActorKind.parse(row.actor_kind),
    institution: row.institution,
    onBehalfOf: row.on_behalf_of,
    showName: row.show_name === 1,
    way: ObservationWay.parse(row.way),
    late: row.late === 1,
    writtenAt: row.written_at,
    receivedAt: row.received_at,
    state: ObservationState.parse(row.state),
    groupId: row.group_id,
    disposition: row.disposition === null ? null : Disposition.parse(row.disposition),
    duplicateOf: row.duplicate_of,
    response: row.response,
    destinations: (JSON.parse(row.destinations) as unknown[]).map((one) => Destination.parse(one)),
    decidedBy: row.decided_by,
    decidedByName: row.signer_name,
    decidedAt: row.decided_at,
    answeredAt: row.answered_at,
    satisfaction: Satisfaction.parse(row.satisfaction),
    satisfactionReason: row.satisfaction_reason,
    version: row.version,
  };
}
