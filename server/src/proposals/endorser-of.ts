// As what somebody endorses a proposal: the kind they first endorsed it as, else the one they speak as now; and their institution.
import { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface Endorser {
  readonly actorKind: ActorKind;
  readonly institution: string | null;
}

/** Throws AppError `person_not_found`. */
export async function endorserOf(
  { records, database }: Ledger,
  { proposalId, personId }: { proposalId: string; personId: string },
): Promise<Endorser> {
  const query = database
    .selectFrom('people')
    .leftJoin('proposal_endorsements as before', (join) =>
      join.onRef('before.person_id', '=', 'people.id').on('before.proposal_id', '=', proposalId),
    )
    .where('people.id', '=', personId)
    .select(['people.institution', 'people.actor_kind', 'before.actor_kind as kind_before']);
  const [person] = await records.read(query.compile());
  if (person === undefined) throw new AppError('person_not_found');
  return { actorKind: ActorKind.parse(person.kind_before ?? person.actor_kind), institution: person.institution };
}
