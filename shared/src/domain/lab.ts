// A laboratory is one commitment: its facts, its milestones, and the line of its process.
import * as z from 'zod/mini';
import { FlexDate } from './flex-date.ts';
import { LabId } from './ids.ts';

export const Milestone = z.object({
  no: z.number(),
  goal: z.string(),
  institutions: z.array(z.object({ id: z.string(), part: z.enum(['responsible', 'collaborates']) })),
  ongoing: z.boolean(),
  start: FlexDate,
  end: FlexDate,
});
export type Milestone = z.infer<typeof Milestone>;

export const Activity = z.object({ no: z.string(), name: z.string(), responsible: z.string(), planned: FlexDate });
export type Activity = z.infer<typeof Activity>;

export const Institution = z.object({ id: z.string(), acronym: z.string(), name: z.string() });
export type Institution = z.infer<typeof Institution>;

/** What the commitment says of itself; kept as one JSON column, read as a whole. */
export const LabFacts = z.object({
  commitmentNo: z.number(),
  /** What the commitment is called in full; the lab's name is the short one. */
  title: z.string(),
  problem: z.string(),
  commitment: z.string(),
  contribution: z.string(),
  ogpRelevance: z.string(),
  additional: z.string(),
  start: FlexDate,
  end: FlexDate,
  coordinator: z.string(),
  otherActors: z.string(),
  institutions: z.array(Institution),
  milestones: z.array(Milestone),
  activities: z.array(Activity),
});
export type LabFacts = z.infer<typeof LabFacts>;

export const Lab = z.object({ id: LabId, name: z.string(), facts: LabFacts, demo: z.boolean() });
export type Lab = z.infer<typeof Lab>;

export const SubTable = z.object({
  id: z.string(),
  no: z.number(),
  theme: z.string(),
  questions: z.array(z.string()),
  notesDocumentId: z.string(),
});
export type SubTable = z.infer<typeof SubTable>;
