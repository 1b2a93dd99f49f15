// What people answer at a table: sent once however often it is sent, changed by its author until the table validated it.
import * as z from 'zod/mini';
import { Cluster, Contribution, ContributionLanguage, ContributionWay } from '../domain/contribution.ts';
import { PersonId, Uuid } from '../domain/ids.ts';
import { TableNow } from '../domain/table-session.ts';
import { contract } from './contract.ts';
import { AtTable } from './tables.ts';

/** A board as it is answered. */
export const BoardNow = z.object({
  contributions: z.array(Contribution),
  clusters: z.array(Cluster),
  /** Dots by cluster; null while people still give them. */
  dots: z.nullable(z.record(z.string(), z.number())),
});
export type BoardNow = z.infer<typeof BoardNow>;

export const sendContribution = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/contributions',
  summary:
    'Contribute to a question; the same id again answers 200 with the same contribution. After the close it is kept as late',
  params: AtTable,
  body: z.object({
    id: Uuid,
    question: z.number(),
    text: z.string(),
    language: ContributionLanguage,
    way: ContributionWay,
    circle: z.nullable(z.number()),
    onBehalfOf: z.nullable(z.string()),
    writtenAt: z.number(),
    /**
     * Whose words the device holds. On a phone that is passed around the session may be somebody else's by now: then it is refused
     * with `other_person`, never signed by the wrong one.
     */
    writtenBy: z.optional(PersonId),
    /** Where the table has closed meanwhile: refuse it with `table_closed`, so that its author decides, and file nothing as late. */
    askIfLate: z.optional(z.boolean()),
  }),
  output: z.object({ contribution: Contribution }),
  creates: true,
});
/** What an address of one contribution says. */
export const OfContribution = z.extend(AtTable, { id: Uuid });
export const editContribution = contract({
  method: 'PATCH',
  path: '/api/labs/:lab/tables/:table/contributions/:id',
  summary: 'Change what oneself contributed, until the table validated it, on the condition that nobody changed it since',
  params: OfContribution,
  body: z.object({
    commandId: Uuid,
    version: z.number(),
    text: z.string(),
    language: ContributionLanguage,
    onBehalfOf: z.nullable(z.string()),
  }),
  output: z.object({ contribution: Contribution }),
});
export const withdrawContribution = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/contributions/:id/withdrawal',
  summary: 'Take back what oneself contributed, until the table validated it',
  params: OfContribution,
  body: z.object({ commandId: Uuid, version: z.number() }),
  output: z.object({ contribution: Contribution }),
});
export const restoreContribution = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/contributions/:id/return',
  summary: 'Undo a withdrawal of oneself, as long as the table is still in the phase it was in',
  params: OfContribution,
  body: z.object({ commandId: Uuid, version: z.number() }),
  output: z.object({ contribution: Contribution }),
});
export const readMine = contract({
  method: 'GET',
  path: '/api/labs/:lab/tables/:table/mine',
  summary:
    'What a phone at a table needs in one answer: the table, what oneself contributed (withdrawn too), the time and the last event',
  params: AtTable,
  output: z.object({ now: z.number(), seq: z.number(), table: TableNow, contributions: z.array(Contribution) }),
});
export const readBoard = contract({
  method: 'GET',
  path: '/api/labs/:lab/tables/:table/board',
  summary:
    'Every contribution of a table with the clusters they stand in; withdrawn ones are left out, dots hidden until they are closed',
  params: AtTable,
  output: BoardNow,
});
