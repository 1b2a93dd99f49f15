// How a failure is told over HTTP: a code for machines, a sentence in the reader's language, and what it is about.
import * as z from 'zod/mini';

export const Problem = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
});
export type Problem = z.infer<typeof Problem>;
