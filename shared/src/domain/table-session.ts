// A sub-table while it is open: its phase, its clock, who conducts it. Going back a phase loses nothing; closed is the end.
import * as z from 'zod/mini';
import { SubTable } from './lab.ts';
import { PersonId } from './ids.ts';
import { TableClock } from './table-clock.ts';

export const phases = ['welcome', 'q1', 'q2', 'q3', 'q4', 'prioritise', 'validate', 'plenary', 'closed'] as const;
export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;
/** In which people give their dots, and nothing is grouped. */
export const dotsPhase = 'prioritise' satisfies Phase;

/** `hall`: people around a table, with a clock. `until`: open to whoever has time until a date, without a clock. */
export const tableModes = ['hall', 'until'] as const;
export const TableMode = z.enum(tableModes);
export type TableMode = z.infer<typeof TableMode>;

/** Seats of a table, people on paper included, unless who opens it says otherwise. */
export const seatsDefault = 15;
export const seatsLimit = 60;
/** The groups a table splits into, by hand or at random. */
export const circles = [1, 2, 3] as const;
/** Minutes a question gets unless who opens the table says otherwise. */
export const minutesDefault = 20;
/** Dots a person has when the table prioritises. */
export const dotsDefault = 3;
export const dotsLimit = 20;
export const questionLimit = 300;
/** Items of each table that are taken to the plenary. */
export const plenaryItems = 3;

export const TableSession = z.object({
  phase: Phase,
  mode: TableMode,
  /** Where the mode is `until`: when it closes by itself for new contributions (milliseconds since 1970). */
  openUntil: z.nullable(z.number()),
  facilitatorId: PersonId,
  noteTakerId: z.nullable(PersonId),
  clock: TableClock,
  minutes: z.number(),
  seats: z.number(),
  dots: z.number(),
  /** Dots are counted without a record of who gave them. */
  anonymousDots: z.boolean(),
  /** When the dots were last counted and shown; null while people still give them. */
  dotsClosedAt: z.nullable(z.number()),
  openedAt: z.number(),
  closedAt: z.nullable(z.number()),
  /** What the table left in writing when it closed. */
  resultDocumentId: z.nullable(z.string()),
  version: z.number(),
});
export type TableSession = z.infer<typeof TableSession>;

/** A sub-table and, once somebody opened it, its session. */
export const TableNow = z.object({ subTable: SubTable, session: z.nullable(TableSession) });
export type TableNow = z.infer<typeof TableNow>;

/** The question that is answered in this phase, 1–4; null in the others. */
export function questionOf(phase: Phase): number | null {
  const no = ['q1', 'q2', 'q3', 'q4'].indexOf(phase) + 1;
  return no === 0 ? null : no;
}

/** Whether what arrives now arrives in time. What arrives later is kept too, among the late contributions. */
export function takesContributions({ phase, openUntil }: Pick<TableSession, 'phase' | 'openUntil'>, now: number): boolean {
  return phase !== 'closed' && (openUntil === null || now <= openUntil);
}

/** The phase after this one, or the one before; null at either end. Nothing comes before the welcome, and nobody steps out of `closed`. */
export function phaseBeside(phase: Phase, step: 1 | -1): Phase | null {
  return phase === 'closed' ? null : (phases[phases.indexOf(phase) + step] ?? null);
}
