// Where a block of a Borrador comes from: what somebody said that went into it, or INAP's own hand with a reason.
import * as z from 'zod/mini';
import { DocumentId, Uuid } from './ids.ts';

export const originReasonLimit = 500;
export const outcomeReasonLimit = 1000;
/** Characters that are brought into a text in one act, and of one late writing. */
export const incorporationLimit = 5000;
export const lateWritingLimit = 10_000;

export const originKinds = ['contribution', 'proposal', 'observation', 'late_writing', 'inap_edit'] as const;
export const OriginKind = z.enum(originKinds);
export type OriginKind = z.infer<typeof OriginKind>;

export const Origin = z.object({
  id: Uuid,
  documentId: DocumentId,
  blockId: z.string(),
  kind: OriginKind,
  /** Null for an edit of INAP's own. */
  sourceId: z.nullable(z.string()),
  /** `M5-A-0031`, `B1-OBS-0042`, `B1-T-0003`; the title of a proposal; null for an edit of INAP's own. */
  label: z.nullable(z.string()),
  /** Of an edit of INAP's own. */
  reason: z.nullable(z.string()),
  addedBy: z.string(),
  addedAt: z.number(),
});
export type Origin = z.infer<typeof Origin>;

/** What was written into a draft without a connection and arrived after it was frozen. */
export const LateWriting = z.object({
  id: Uuid,
  /** `B1-T-0003` */
  folio: z.string(),
  documentId: DocumentId,
  draftNo: z.number(),
  /** The block it changes; null for one that is not in the frozen text. */
  blockId: z.nullable(z.string()),
  /** The words of the block as they were frozen, and as its author had them. */
  before: z.string(),
  text: z.string(),
  authorId: z.string(),
  authorName: z.nullable(z.string()),
  writtenAt: z.number(),
  receivedAt: z.number(),
  state: z.enum(['received', 'incorporated', 'not_incorporated']),
  reason: z.nullable(z.string()),
  version: z.number(),
});
export type LateWriting = z.infer<typeof LateWriting>;

/** `B1-T-0003`: the third that came too late for Borrador 1. */
export function lateFolio(draftNo: number, no: number): string {
  return `B${draftNo}-T-${String(no).padStart(4, '0')}`;
}
