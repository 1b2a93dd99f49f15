// What happened in a lab: an append-only log, chained by hashes, from which indicators, the feed and the audit are read.
import * as z from 'zod/mini';

export const eventTypes = [
  'lab.created',
  'lab.restored',
  'document.created',
  'document.renamed',
  'person.joined',
  'person.created',
  'person.renamed',
  'person.role_changed',
  'person.removed',
  'join_code.created',
  'join_code.closed',
  'table.opened',
  'table.phase_changed',
  'table.clock_changed',
  'table.handed_over',
  'table.people_changed',
  'table.questions_changed',
  'table.closed',
  'contribution.sent',
  'contribution.edited',
  'contribution.withdrawn',
  'contribution.restored',
  'contribution.marked',
  'contribution.admitted',
  'cluster.changed',
  'cluster.validated',
  'ballot.cast',
  'proposal.created',
  'proposal.changed',
  'proposal.submitted',
  'proposal.validation_started',
  'proposal.observed',
  'proposal.validated',
  'proposal.withdrawn',
  'proposal.incorporated',
  'proposal.not_incorporated',
  'proposal.endorsed',
  'proposal.endorsement_withdrawn',
  'proposal.merged',
  'proposal.merge_undone',
  'proposal.split',
  'proposal.split_undone',
  'lab.gate_changed',
] as const;
export const EventType = z.enum(eventTypes);
export type EventType = z.infer<typeof EventType>;

/** `data` holds ids, states and numbers; never a name, an address or a text (the log outlives erasure). */
export const LabEvent = z.object({
  labId: z.string(),
  /** 1, 2, 3 … within the lab, without holes. */
  seq: z.number(),
  /** Milliseconds since 1970, the server's clock. */
  at: z.number(),
  actorId: z.nullable(z.string()),
  type: EventType,
  subjectId: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** The client-made id of the command that caused it. */
  commandId: z.string(),
});
export type LabEvent = z.infer<typeof LabEvent>;
export type NewEvent = Pick<LabEvent, 'actorId' | 'type' | 'subjectId' | 'data'>;
