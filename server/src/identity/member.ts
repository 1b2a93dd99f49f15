// The people of a lab as rows give them, and the questions several verbs ask of them.
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { cleanName, foldName, lengthOf, type Member } from '@cocrea/shared/domain/person.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';

/** Everybody in the lab now, in the order they came. With `personId` at most that one. */
export async function membersOf({ records, database }: Ledger, lab: { labId: string; personId?: string }): Promise<Member[]> {
  const all = database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('memberships.lab_id', '=', lab.labId)
    .where('memberships.removed_at', 'is', null)
    .orderBy('memberships.joined_at')
    .orderBy('people.id')
    .select([
      'people.id',
      'people.name',
      'people.institution',
      'people.actor_kind',
      'people.password_hash',
      'people.color',
      'people.version',
    ])
    .select(['memberships.role', 'memberships.sub_table_id', 'memberships.joined_at']);
  const rows = await records.read((lab.personId === undefined ? all : all.where('people.id', '=', lab.personId)).compile());
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    institution: row.institution,
    actorKind: row.actor_kind as ActorKind,
    role: row.role as Role,
    subTableId: row.sub_table_id,
    account: row.password_hash !== null,
    color: row.color,
    joinedAt: row.joined_at,
    version: row.version,
  }));
}

/** Throws AppError `person_not_found`. */
export async function memberOf(ledger: Ledger, one: { labId: string; personId: string }): Promise<Member> {
  const [member] = await membersOf(ledger, one);
  if (member === undefined) throw new AppError('person_not_found');
  return member;
}

/** A typed name as it is stored. Throws AppError `missing_field` or `text_too_long`, naming the field. */
export function checkedName(typed: string, { field, limit }: { field: string; limit: number }): string {
  // Counting clusters of a megabyte takes long: nothing that fits has more than this many code units.
  const name = cleanName(typed.slice(0, limit * 64));
  if (foldName(name) === '') throw new AppError('missing_field', { field });
  if (typed.length > limit * 64 || lengthOf(name) > limit) throw new AppError('text_too_long', { field, limit });
  return name;
}

export function checkedOptional(typed: string | null, { field, limit }: { field: string; limit: number }): string | null {
  return typed === null || foldName(typed.slice(0, limit * 64)) === '' ? null : checkedName(typed, { field, limit });
}

/** The colour fewest people of the lab write with, so that a table of twelve has twelve. */
export function leastUsedColor(members: readonly Pick<Member, 'color'>[]): number {
  const uses = new Array<number>(12).fill(0);
  for (const { color } of members) uses[color] = (uses[color] ?? 0) + 1;
  return uses.indexOf(Math.min(...uses));
}

/** "Ana" when it is free, else "Ana 2", "Ana 3" …: the first nobody of the lab is called. */
export function freeNameLike(
  name: string,
  { members, limit }: { members: readonly Pick<Member, 'name'>[]; limit: number },
): string {
  const taken = new Set(members.map((member) => foldName(member.name)));
  if (!taken.has(foldName(name))) return name;
  const stem = name.replace(/ \d{1,4}$/, '');
  for (let no = 2; ; no += 1) {
    const ending = ` ${no}`;
    let start = stem;
    while (lengthOf(start) + ending.length > limit) start = [...start].slice(0, -1).join('').trim();
    if (!taken.has(foldName(start + ending))) return start + ending;
  }
}
