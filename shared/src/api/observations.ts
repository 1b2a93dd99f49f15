// Observations on a frozen Borrador: sent, brought in from letters, grouped, answered, and whether their authors are satisfied.
import * as z from 'zod/mini';
import { DocumentId, LabId, Uuid } from '../domain/ids.ts';
import {
  Destination,
  Disposition,
  Observation,
  observationCounts,
  ObservationKind,
  Satisfaction,
} from '../domain/observation.ts';
import { contract } from './contract.ts';
import { InLab } from './labs.ts';

const InDraft = z.object({ lab: LabId, document: DocumentId });
const InObservation = z.object({ lab: LabId, id: Uuid });
/** A change and what it is based on. */
const command = { commandId: Uuid, version: z.number() };

export const ReplyTemplate = z.object({ id: Uuid, title: z.string(), text: z.string(), version: z.number() });
export type ReplyTemplate = z.infer<typeof ReplyTemplate>;

export const listObservations = contract({
  method: 'GET',
  path: '/api/labs/:lab/drafts/:document/observations',
  summary: 'Every observation on a draft, by folio, with what it was answered',
  params: InDraft,
  output: z.object({ observations: z.array(Observation) }),
});
export const listMyObservations = contract({
  method: 'GET',
  path: '/api/labs/:lab/observations/mine',
  summary: 'What the caller observed on any draft of the lab, the newest first',
  params: InLab,
  output: z.object({ observations: z.array(Observation) }),
});
export const sendObservation = contract({
  method: 'POST',
  path: '/api/labs/:lab/drafts/:document/observations',
  summary: 'Observe on a frozen draft; the same id again is the same observation, after the consultation it is late',
  params: InDraft,
  body: z.object({
    id: Uuid,
    blockId: z.string().check(z.maxLength(100)),
    quote: z.string(),
    quoteFrom: z.number(),
    quoteTo: z.number(),
    kind: ObservationKind,
    proposedText: z.nullable(z.string()),
    justification: z.string(),
    onBehalfOf: z.nullable(z.string()),
    showName: z.boolean(),
    /** Milliseconds since 1970, by the clock of the device. */
    writtenAt: z.number(),
  }),
  output: Observation,
  creates: true,
});

/** What of a row cannot be taken: its line in the file, its column, and the code of the failure. */
export const RefusedRow = z.object({ line: z.number(), column: z.nullable(z.string()), code: z.string() });
export type RefusedRow = z.infer<typeof RefusedRow>;
export const importObservations = contract({
  method: 'POST',
  path: '/api/labs/:lab/drafts/:document/observation-imports',
  summary: 'Bring in observations that came by letter, from CSV: all of them or none; with `dryRun` nothing is stored',
  params: InDraft,
  body: z.object({
    commandId: Uuid,
    /** The bytes of the file, base64. */
    file: z.string(),
    dryRun: z.boolean(),
  }),
  bodyBytes: 16 * 1024 * 1024,
  output: z.object({
    /** How many would be or were taken, and the folios they got. */
    taken: z.number(),
    folios: z.array(z.string()),
    refused: z.array(RefusedRow),
  }),
});
export const markAnalysing = contract({
  method: 'POST',
  path: '/api/labs/:lab/observations/:id/analysis',
  summary: 'Say that an observation is being looked at',
  params: InObservation,
  body: z.object(command),
  output: Observation,
});
export const answerObservations = contract({
  method: 'POST',
  path: '/api/labs/:lab/observation-answers',
  summary:
    'Give one or several observations of a draft their disposition and reasoned response, each based on the version it had',
  params: InLab,
  body: z.object({
    commandId: Uuid,
    observations: z
      .array(z.object({ id: Uuid, version: z.number() }))
      .check(z.minLength(1), z.maxLength(observationCounts.grouped)),
    disposition: Disposition,
    duplicateOf: z.nullable(Uuid),
    /** Empty while it is still being thought about: then they stay without one. */
    response: z.string(),
    destinations: z.array(Destination).check(z.maxLength(observationCounts.destinations)),
  }),
  output: z.object({ observations: z.array(Observation) }),
});
export const groupObservations = contract({
  method: 'POST',
  path: '/api/labs/:lab/observation-groups',
  summary: 'Take alike observations as one, to answer them once',
  params: InLab,
  body: z.object({
    /** Of the group. */
    id: Uuid,
    observationIds: z.array(Uuid).check(z.minLength(2), z.maxLength(observationCounts.grouped)),
  }),
  output: z.object({ observations: z.array(Observation) }),
});
export const ungroupObservations = contract({
  method: 'POST',
  path: '/api/labs/:lab/observation-groups/:id/ungroup',
  summary: 'Take observations out of a group, or all of it apart; answers they were given stay',
  params: InObservation,
  body: z.object({ commandId: Uuid, observationIds: z.nullable(z.array(Uuid)) }),
  output: z.object({ observations: z.array(Observation) }),
});
export const stateSatisfaction = contract({
  method: 'POST',
  path: '/api/labs/:lab/observations/:id/satisfaction',
  summary: 'The author says whether the answer satisfies them; one that does not is annexed as a sustained objection',
  params: InObservation,
  body: z.object({ ...command, satisfaction: Satisfaction, reason: z.nullable(z.string()) }),
  output: Observation,
});
export const listReplyTemplates = contract({
  method: 'GET',
  path: '/api/labs/:lab/reply-templates',
  summary: 'Answers that are given again and again',
  params: InLab,
  output: z.object({ templates: z.array(ReplyTemplate) }),
});
export const putReplyTemplate = contract({
  method: 'POST',
  path: '/api/labs/:lab/reply-templates',
  summary: 'Keep an answer as a template, change one, or with `removed` put it away',
  params: InLab,
  body: z.object({ commandId: Uuid, id: Uuid, title: z.string(), text: z.string(), removed: z.boolean() }),
  output: z.object({ templates: z.array(ReplyTemplate) }),
});
