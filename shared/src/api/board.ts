// What the note-taker does with what people contributed: each on the condition that it is still what was seen. The answer is the board after it.
import * as z from 'zod/mini';
import { AgreementLevel, ContributionMark } from '../domain/contribution.ts';
import { Uuid } from '../domain/ids.ts';
import { contract } from './contract.ts';
import { BoardNow } from './contributions.ts';
import { AtTable } from './tables.ts';

const Seen = z.object({ id: Uuid, version: z.number() });
const AtCluster = z.object({ ...AtTable.shape, cluster: Uuid });
const OfContribution = z.object({ ...AtTable.shape, contribution: Uuid });

export const groupClusters = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/clusters',
  summary: 'Take two or more clusters of one question as one: the first takes in the others. Not while dots are given',
  params: AtTable,
  body: z.object({ commandId: Uuid, clusters: z.array(Seen) }),
  output: BoardNow,
});
export const ungroupCluster = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/clusters/:cluster/ungrouping',
  summary: 'Let contributions leave a cluster, each to the place of its own; all of them where none is named',
  params: AtCluster,
  body: z.object({ commandId: Uuid, version: z.number(), contributions: z.nullable(z.array(Uuid)) }),
  output: BoardNow,
});
export const changeCluster = contract({
  method: 'PATCH',
  path: '/api/labs/:lab/tables/:table/clusters/:cluster',
  summary:
    'Say how far the table agrees, note the minority view, mark it for the plenary, or put it above another (`before`; null: at the foot)',
  params: AtCluster,
  body: z.object({
    commandId: Uuid,
    version: z.number(),
    agreement: z.optional(z.nullable(AgreementLevel)),
    minorityView: z.optional(z.nullable(z.string())),
    plenary: z.optional(z.boolean()),
    before: z.optional(z.nullable(Uuid)),
  }),
  output: BoardNow,
});
export const validateCluster = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/clusters/:cluster/validation',
  summary: 'The table heard these contributions and confirms them, or takes that back',
  params: AtCluster,
  body: z.object({ commandId: Uuid, version: z.number(), validated: z.boolean(), contributions: z.array(Seen) }),
  output: BoardNow,
});
export const markContribution = contract({
  method: 'PATCH',
  path: '/api/labs/:lab/tables/:table/contributions/:contribution/marks',
  summary: 'Put a quick mark on a contribution or take it off; marks do not disturb each other, so no version is asked',
  params: OfContribution,
  body: z.object({ commandId: Uuid, mark: ContributionMark, on: z.boolean() }),
  output: BoardNow,
});
export const admitContribution = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/contributions/:contribution/admission',
  summary: 'Take a late contribution into the board, while the table is open',
  params: OfContribution,
  body: z.object({ commandId: Uuid }),
  output: BoardNow,
});
