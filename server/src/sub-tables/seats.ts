// The seats of a table: who sits there, with a phone or on paper, and whether one is left. Decided where it is recorded, so that no two
// people get the last one.
import { sql, type CompiledQuery } from 'kysely';
import { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { Circle, seatedRoles, type PaperSeat, type TablePeople } from '@cocrea/shared/domain/table-people.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import type { Ledger } from '../storage/ledger.ts';

/** In the order they came. */
export async function readPeople({ records, database }: Ledger, subTableId: string): Promise<TablePeople> {
  const people = database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .leftJoin('seats', (on) => on.onRef('seats.id', '=', 'people.id').on('seats.sub_table_id', '=', subTableId))
    .where('memberships.sub_table_id', '=', subTableId)
    .where('memberships.removed_at', 'is', null)
    .where('memberships.role', 'in', seatedRoles)
    .orderBy('memberships.joined_at')
    .orderBy('people.id')
    .select(['people.id', 'people.name', 'people.institution', 'people.actor_kind', 'seats.circle']);
  const paper = database
    .selectFrom('seats')
    .selectAll()
    .where('sub_table_id', '=', subTableId)
    .where('paper_name', 'is not', null)
    .orderBy('added_at')
    .orderBy('id');
  const [joined, written] = await Promise.all([records.read(people.compile()), records.read(paper.compile())]);
  return {
    people: joined.map(({ id, name, institution, actor_kind, circle }) => ({
      personId: id,
      name,
      institution,
      actorKind: ActorKind.parse(actor_kind),
      circle: Circle.parse(circle),
    })),
    paper: written.map(
      ({ id, paper_name, institution, actor_kind, circle }): PaperSeat => ({
        id,
        name: paper_name ?? '',
        institution,
        actorKind: ActorKind.parse(actor_kind),
        circle: Circle.parse(circle),
      }),
    ),
  };
}

/** Ids of the people of every table of a lab, and how many more each has on paper. */
export async function readSeatsOfLab(
  { records, database }: Ledger,
  labId: string,
): Promise<(subTableId: string) => { people: string[]; paper: number }> {
  const people = database
    .selectFrom('memberships')
    .where('lab_id', '=', labId)
    .where('removed_at', 'is', null)
    .where('role', 'in', seatedRoles)
    .where('sub_table_id', 'is not', null)
    .orderBy('joined_at')
    .select(['person_id', 'sub_table_id']);
  const paper = database
    .selectFrom('seats')
    .innerJoin('sub_tables', 'sub_tables.id', 'seats.sub_table_id')
    .where('sub_tables.lab_id', '=', labId)
    .where('seats.paper_name', 'is not', null)
    .select('seats.sub_table_id');
  const [joined, written] = await Promise.all([records.read(people.compile()), records.read(paper.compile())]);
  return (subTableId) => ({
    people: joined.filter((one) => one.sub_table_id === subTableId).map(({ person_id }) => person_id),
    paper: written.filter((one) => one.sub_table_id === subTableId).length,
  });
}

/** Touches the one row of the session where a seat is free, and no row where the table is full. */
export function seatIsFree({ database }: Ledger, subTableId: string): CompiledQuery {
  const people = database
    .selectFrom('memberships')
    .where('sub_table_id', '=', subTableId)
    .where('removed_at', 'is', null)
    .where('role', 'in', seatedRoles)
    .select(({ fn }) => fn.countAll<number>().as('count'));
  const paper = database
    .selectFrom('seats')
    .where('sub_table_id', '=', subTableId)
    .where('paper_name', 'is not', null)
    .select(({ fn }) => fn.countAll<number>().as('count'));
  return database
    .updateTable('table_sessions')
    .set({ seats: sql`seats` })
    .where('sub_table_id', '=', subTableId)
    .where(sql<boolean>`seats > (${people}) + (${paper})`)
    .compile();
}

/** What joining with a code asks: a table that is not open yet counts no seats, and only some parts take one. */
export async function takeSeat(
  ledger: Ledger,
  { subTableId, role }: { subTableId: string; role: Role },
): Promise<{ guard: CompiledQuery; seats: number } | null> {
  if (!seatedRoles.includes(role)) return null;
  const { records, database } = ledger;
  const session = database.selectFrom('table_sessions').where('sub_table_id', '=', subTableId).select('seats');
  const [found] = await records.read(session.compile());
  return found === undefined ? null : { guard: seatIsFree(ledger, subTableId), seats: found.seats };
}
