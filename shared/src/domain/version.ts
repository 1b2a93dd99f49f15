// A moment of a text that can be found again: made by itself in a quiet moment, named by somebody, or frozen with its fingerprint.
import * as z from 'zod/mini';

/** Characters of a name as a person counts them. */
export const versionNameLimit = 80;

export const Version = z.object({
  id: z.string(),
  /** Of the log of its text. */
  seq: z.number(),
  kind: z.enum(['automatic', 'named', 'frozen']),
  name: z.nullable(z.string()),
  actorId: z.nullable(z.string()),
  /** Milliseconds since 1970. */
  at: z.number(),
  fingerprint: z.nullable(z.string()),
});
export type Version = z.infer<typeof Version>;
