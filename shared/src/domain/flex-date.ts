// A date as people write it, with what can be known of it. The text is never thrown away.
import * as z from 'zod/mini';

const IsoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** `start` and `end` are inclusive ISO days (America/Guatemala); absent for `relative` and `none`. */
export const FlexDate = z.object({
  text: z.string(),
  kind: z.enum(['day', 'month', 'range', 'relative', 'none']),
  start: z.optional(IsoDay),
  end: z.optional(IsoDay),
});
export type FlexDate = z.infer<typeof FlexDate>;
