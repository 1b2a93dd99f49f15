// Files to keep: a Borrador and its matrix of observations as documents, for everybody once they are published and for the lab before.
// They are in Spanish, the language of the texts they hold, whoever downloads them: one act, one paper.
import * as z from 'zod/mini';
import { ActorKind } from '../domain/actor-kind.ts';
import { DocumentId, LabId } from '../domain/ids.ts';
import { dispositions, ObservationKind } from '../domain/observation.ts';
import { contract } from './contract.ts';

/** Refused in words where there is no such format. */
const Format = z.string().check(z.maxLength(20));
/** By the draft's number, as people call it. */
const Numbered = z.object({ lab: LabId, no: z.string().check(z.regex(/^\d{1,2}$/)), format: Format });

/** The rows that are wanted, as the screen filters them; all where nothing is said. */
const MatrixRows = z.object({
  search: z.optional(z.string().check(z.maxLength(200))),
  kind: z.optional(ObservationKind),
  disposition: z.optional(z.enum([...dispositions, 'none'])),
  actorKind: z.optional(ActorKind),
});
export type MatrixRows = z.infer<typeof MatrixRows>;

export const exportPublicDraft = contract({
  method: 'GET',
  path: '/api/public/labs/:lab/drafts/:no/files/:format',
  summary: 'A published draft as a file: docx, pdf, md, or json, the file with its fingerprint',
  params: Numbered,
  file: true,
});
export const exportDraft = contract({
  method: 'GET',
  path: '/api/labs/:lab/drafts/:document/files/:format',
  summary:
    'A draft as a file: the frozen version where there is one; the text as it reads now, in docx with what is suggested for it, where there is none',
  params: z.object({ lab: LabId, document: DocumentId, format: Format }),
  file: true,
});
export const exportPublicMatrix = contract({
  method: 'GET',
  path: '/api/public/labs/:lab/matrices/:no/files/:format',
  summary: 'The published matrix of a draft as a file: csv, docx or pdf',
  params: Numbered,
  query: MatrixRows,
  file: true,
});
export const exportMatrix = contract({
  method: 'GET',
  path: '/api/labs/:lab/matrices/:no/files/:format',
  summary: 'The matrix of a draft as the lab sees it, as a file: csv, docx or pdf',
  params: Numbered,
  query: MatrixRows,
  file: true,
});
