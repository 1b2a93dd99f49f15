// The history of a text: its versions, what it was at any moment, who wrote it, and bringing a moment back.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { DocumentId, LabId, Uuid } from '../domain/ids.ts';
import { DraftVersion } from '../domain/draft.ts';
import { MassDeletion, MassDeletionEnd } from '../domain/mass-deletion.ts';
import { contract } from './contract.ts';

const InDocument = z.object({ lab: LabId, document: DocumentId });
const AtMoment = z.object({ lab: LabId, document: DocumentId, seq: z.string().check(z.regex(/^[1-9][0-9]{0,14}$/)) });

/** Who is named in a history; a null name is of somebody who is no longer in the lab. */
export const Writer = z.object({
  personId: z.string(),
  name: z.nullable(z.string()),
  actorKind: ActorKind,
  color: z.number(),
});
export type Writer = z.infer<typeof Writer>;

export const listVersions = contract({
  method: 'GET',
  path: '/api/labs/:lab/documents/:document/versions',
  summary: 'The versions of a text, the latest first, and the moments of its log between which it can be shown',
  params: InDocument,
  output: z.object({
    versions: z.array(DraftVersion),
    people: z.array(Writer),
    /** The last moment of the log. */
    lastSeq: z.number(),
    /** Moments spread over the log, first and last among them. */
    moments: z.array(z.object({ seq: z.number(), at: z.number() })),
  }),
});
export const nameVersion = contract({
  method: 'POST',
  path: '/api/labs/:lab/documents/:document/versions',
  summary: 'Give a name to the text as it is now',
  params: InDocument,
  body: z.object({ id: Uuid, name: z.string() }),
  output: DraftVersion,
  creates: true,
});
export const readMoment = contract({
  method: 'GET',
  path: '/api/labs/:lab/documents/:document/moments/:seq',
  summary: 'A text as it was at a moment of its log: ProseMirror JSON with block ids',
  params: AtMoment,
  output: z.object({ seq: z.number(), at: z.number(), body: z.record(z.string(), z.unknown()) }),
});
export const readAuthors = contract({
  method: 'GET',
  path: '/api/labs/:lab/documents/:document/moments/:seq/authors',
  summary: 'Who wrote each stretch of a text as it was at a moment of its log; `now` is the last one',
  params: z.object({ lab: LabId, document: DocumentId, seq: z.string().check(z.regex(/^(?:now|[1-9][0-9]{0,14})$/)) }),
  output: z.object({
    seq: z.number(),
    people: z.array(Writer),
    blocks: z.array(
      z.object({
        blockId: z.string(),
        runs: z.array(
          z.object({ from: z.number(), to: z.number(), personId: z.nullable(z.string()), at: z.number(), moved: z.boolean() }),
        ),
      }),
    ),
  }),
});
export const readGrowth = contract({
  method: 'GET',
  path: '/api/labs/:lab/documents/:document/growth',
  summary:
    'How a text grew: at most a hundred moments of its log, first and last among them, with who wrote since the one before',
  params: InDocument,
  output: z.object({
    steps: z.array(z.object({ seq: z.number(), at: z.number(), personIds: z.array(z.string()) })),
    people: z.array(Writer),
  }),
});
export const listMassDeletions = contract({
  method: 'GET',
  path: '/api/labs/:lab/mass-deletions',
  summary:
    'Texts of which somebody deleted most in a short time, until it is settled what becomes of that; those the caller may bring back',
  params: z.object({ lab: LabId }),
  output: z.object({ deletions: z.array(MassDeletion) }),
});
export const settleMassDeletion = contract({
  method: 'POST',
  path: '/api/labs/:lab/documents/:document/mass-deletions/:deletion/settlement',
  summary: 'Bring back what was deleted, as a new edit beside what was written since, or say that it was meant',
  params: z.object({ lab: LabId, document: DocumentId, deletion: Uuid }),
  body: z.object({ commandId: Uuid, as: MassDeletionEnd }),
  /** What became of it, also where somebody else was first; where it was brought back, the moment that made and the one before. */
  output: z.object({ as: MassDeletionEnd, restored: z.nullable(z.object({ before: z.number(), at: z.number() })) }),
});
export const restoreMoment = contract({
  method: 'POST',
  path: '/api/labs/:lab/documents/:document/restorations',
  summary: 'Bring a text back to what it was at a moment of its log, as a new edit: what others type meanwhile stays',
  params: InDocument,
  /** `seen` is the last moment whoever restores knows of: whatever others wrote after it stays. */
  body: z.object({ commandId: Uuid, seq: z.int(), seen: z.int() }),
  /** The moment it made, and the one before: bringing back `before` with `at` as what was seen undoes it, and nothing else. */
  output: z.object({ before: z.number(), at: z.number() }),
});
