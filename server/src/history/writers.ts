// Whoever is named in a history, as members see them: people who were removed have no name there any more.
import { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { Writer } from '@cocrea/shared/api/history.ts';
import type { Ledger } from '../storage/ledger.ts';

export async function writersOf(
  { records, database }: Ledger,
  { labId, personIds }: { labId: string; personIds: readonly (string | null)[] },
): Promise<Writer[]> {
  const ids = [...new Set(personIds)].filter((id) => id !== null);
  if (ids.length === 0) return [];
  const query = database
    .selectFrom('people')
    .leftJoin('memberships', (join) =>
      join
        .onRef('memberships.person_id', '=', 'people.id')
        .on('memberships.lab_id', '=', labId)
        .on('memberships.removed_at', 'is', null),
    )
    .where('people.id', 'in', ids)
    .select(['people.id', 'people.name', 'people.actor_kind', 'people.color', 'memberships.lab_id as member_of']);
  const rows = await records.read(query.compile());
  return rows.map((row) => ({
    personId: row.id,
    name: row.member_of === null ? null : row.name,
    actorKind: ActorKind.parse(row.actor_kind),
    color: row.color,
  }));
}
