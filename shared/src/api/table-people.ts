// Who sits at a sub-table, for those who conduct it or take its notes: read, written down from paper, dealt into circles.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { LabId, Uuid } from '../domain/ids.ts';
import { Circle, PaperSeat, TablePeople } from '../domain/table-people.ts';
import { contract } from './contract.ts';
import { AtTable } from './tables.ts';

export const readTablePeople = contract({
  method: 'GET',
  path: '/api/labs/:lab/tables/:table/people',
  summary: 'The people of a sub-table and those on its paper list, with their circles',
  params: AtTable,
  output: TablePeople,
});
export const seatOnPaper = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/paper',
  summary: 'Write down somebody without a phone, who takes a seat; the same id again answers 200',
  params: AtTable,
  body: z.object({ id: Uuid, name: z.string(), institution: z.nullable(z.string()), actorKind: ActorKind }),
  output: z.object({ seat: PaperSeat }),
  creates: true,
});
export const removeFromPaper = contract({
  method: 'DELETE',
  path: '/api/labs/:lab/tables/:table/paper/:seat',
  summary: 'Take somebody off the paper list; what was contributed for them stays',
  params: z.object({ lab: LabId, table: AtTable.shape.table, seat: Uuid }),
  body: z.object({ commandId: Uuid }),
});
export const arrangeCircles = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/circles',
  summary: 'Put people of a sub-table, on paper too, into circles 1–3 or into none; whoever is not named stays where they are',
  params: AtTable,
  body: z.object({ commandId: Uuid, places: z.array(z.object({ id: Uuid, circle: Circle })) }),
  output: TablePeople,
});
