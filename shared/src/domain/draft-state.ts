// Where a Borrador stands: its states alone, for those who need no more of it.
import * as z from 'zod/mini';

/** `planned` is a draft whose turn has not come; the rest is the life of a Borrador. */
export const draftStates = ['planned', 'writing', 'frozen', 'in_consultation', 'consolidating', 'answered'] as const;
export const DraftState = z.enum(draftStates);
export type DraftState = z.infer<typeof DraftState>;
