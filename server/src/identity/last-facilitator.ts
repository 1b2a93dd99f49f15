// A lab never loses its last facilitator: the rule as a condition of the very statement that would take them away, so that two people
// who demote each other in the same moment cannot both succeed.
import { sql, type RawBuilder } from 'kysely';
import type { Ledger } from '../storage/ledger.ts';

/** Technical people (ids of version 8) run programs, not meetings: they do not count. */
export function anotherFacilitates({ labId, personId }: { labId: string; personId: string }): RawBuilder<boolean> {
  return sql<boolean>`(memberships.role <> 'facilitator' OR EXISTS (
    SELECT 1 FROM memberships AS other WHERE other.lab_id = ${labId} AND other.person_id <> ${personId}
      AND other.role = 'facilitator' AND other.removed_at IS NULL AND substr(other.person_id, 15, 1) <> '8'))`;
}

export async function isLastFacilitator(
  { records, database }: Ledger,
  one: { labId: string; personId: string },
): Promise<boolean> {
  const query = database
    .selectFrom('memberships')
    .where('lab_id', '=', one.labId)
    .where('person_id', '=', one.personId)
    .where('removed_at', 'is', null)
    .where(({ not }) => not(anotherFacilitates(one)))
    .select('person_id');
  return (await records.read(query.compile())).length > 0;
}
