// The rows a person and their part in a lab are: written alike by joining, by the staff's accounts and by the command line.
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { foldName } from '@cocrea/shared/domain/person.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';
import { freeNameLike, membersOf } from './member.ts';

type Statements = Change['statements'];

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly institution: string | null;
  readonly actorKind: ActorKind;
  readonly color: number;
  /** Absent for people known by their device alone. */
  readonly passwordHash?: string;
}

export function insertPerson({ database, now }: Ledger, person: NewPerson): Statements {
  const { id, name, institution, actorKind, color, passwordHash } = person;
  const account = passwordHash === undefined ? {} : { account_name: foldName(name), password_hash: passwordHash };
  const row = { id, name, institution, actor_kind: actorKind, color, created_at: now(), ...account };
  return [{ query: database.insertInto('people').values(row).compile(), expectRows: 1 }];
}

export function insertMembership(
  { database, now }: Ledger,
  part: { labId: string; personId: string; name: string; role: Role; subTableId: string | null },
): Statements {
  const { labId, personId, name, role, subTableId } = part;
  const who = { lab_id: labId, person_id: personId, role, sub_table_id: subTableId };
  const query = database.insertInto('memberships').values({ ...who, folded_name: foldName(name), joined_at: now() });
  return [{ query: query.compile(), expectRows: 1 }];
}

/**
 * Names what a refused insert met, from the columns SQLite reports: `alias_taken` with a free name like it, `name_taken` for an account,
 * `id_taken` for anything else that was there.
 */
export async function nameConflict(
  ledger: Ledger,
  failure: unknown,
  wanted: { labId: string; name: string; field: string; limit: number },
): Promise<unknown> {
  if (!(failure instanceof AppError) || failure.code !== 'id_taken') return failure;
  const constraint = String(failure.details['constraint']);
  if (constraint.includes('account_name')) return new AppError('name_taken');
  if (!constraint.includes('folded_name')) return new AppError('id_taken');
  const members = await membersOf(ledger, wanted);
  return new AppError('alias_taken', {
    field: wanted.field,
    suggestion: freeNameLike(wanted.name, { members, limit: wanted.limit }),
  });
}
