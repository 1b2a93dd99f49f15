// What people answer at a table: sent once however often it is sent, changed by its author until the table validated it.
import * as z from 'zod/mini';
import { Cluster, Contribution, ContributionLanguage, ContributionWay } from '../domain/contribution.ts';
import { Uuid } from '../domain/ids.ts';
import { contract } from './contract.ts';
import { AtTable } from './tables.ts';

/** A board as it is answered. */
export const BoardNow = z.object({
  contributions: z.array(Contribution),
  clusters: z.array(Cluster),
  /** Dots by cluster; null while people still give them. */
  dots: z.nullable(z.record(z.string(), z.number())),
});
export type BoardNow = z.infer<typeof BoardNow>;

export const sendContribution = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/contributions',
  summary:
    'Contribute to a question; the same id again answers 200 with the same contribution. After the close it is kept as late',
  params: AtTable,
  body: z.object({
    id: Uuid,
    question: z.number(),
    text: z.string(),
    language: ContributionLanguage,
    way: ContributionWay,
    circle: z.nullable(z.number()),
    onBehalfOf: z.nullable(z.string()),
    writtenAt: z.number(),
  }),
  output: z.object({ contribution: Contribution }),
  creates: true,
});
export const readBoard = contract({
  method: 'GET',
  path: '/api/labs/:lab/tables/:table/board',
  summary:
    'Every contribution of a table with the clusters they stand in; withdrawn ones are left out, dots hidden until they are closed',
  params: AtTable,
  output: BoardNow,
});
