// The dots of a table: one's own ballot, those counted from raised hands, and how many have voted. What they voted is on the board once it is over.
import * as z from 'zod/mini';
import { Dots } from '../domain/ballot.ts';
import { Uuid } from '../domain/ids.ts';
import { contract } from './contract.ts';
import { AtTable } from './tables.ts';

const BallotsNow = z.object({
  /** People who have voted, those counted included. */
  voted: z.number(),
  iVoted: z.boolean(),
  /** One's own dots by cluster; null where one has not voted, and where nobody's are kept. */
  mine: z.nullable(Dots),
  /** What was counted without phones, for those who arrange the board. */
  counted: z.array(z.object({ id: Uuid, label: z.string(), people: z.number() })),
});

export const readBallots = contract({
  method: 'GET',
  path: '/api/labs/:lab/tables/:table/ballots',
  summary: 'How many have voted, and how oneself',
  params: AtTable,
  output: BallotsNow,
});
export const castBallot = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/ballots/mine',
  summary: 'Give one’s dots, in place of those given before; anonymous dots are given once',
  params: AtTable,
  body: z.object({ commandId: Uuid, dots: Dots }),
  output: BallotsNow,
});
export const countBallot = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/ballots/counted',
  summary: 'Enter the dots of people who raised their hands or share a phone; the same id again replaces them',
  params: AtTable,
  body: z.object({ commandId: Uuid, id: Uuid, label: z.string(), people: z.number(), dots: Dots }),
  output: BallotsNow,
});
export const removeCountedBallot = contract({
  method: 'DELETE',
  path: '/api/labs/:lab/tables/:table/ballots/counted/:ballot',
  summary: 'Take back counted dots that were entered by mistake',
  params: z.object({ ...AtTable.shape, ballot: Uuid }),
  body: z.object({ commandId: Uuid }),
  output: BallotsNow,
});
