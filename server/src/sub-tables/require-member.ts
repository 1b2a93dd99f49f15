// Somebody a table is given to must be there and have a part that fits.
import type { Role } from '@cocrea/shared/domain/role.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';

/** Parts that may conduct a table, and those that may be named to take its notes. */
export const conductingRoles: readonly Role[] = ['facilitator', 'consolidator'];
export const noteTakingRoles: readonly Role[] = ['note_taker', 'facilitator'];

/** Throws AppError `person_not_found` for somebody who is not in the lab, or has none of those parts. */
export async function requireMember(
  { records, database }: Ledger,
  { labId, personId, roles }: { labId: string; personId: string; roles: readonly Role[] },
): Promise<void> {
  const query = database
    .selectFrom('memberships')
    .where('lab_id', '=', labId)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .where('role', 'in', roles)
    .select('person_id');
  if ((await records.read(query.compile())).length === 0) throw new AppError('person_not_found');
}
