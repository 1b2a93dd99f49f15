// The sub-tables of a lab while they are open: their phases, clocks and seats.
import * as z from 'zod/mini';
import { LabId, PersonId, Uuid } from '../domain/ids.ts';
import { ClockChange } from '../domain/table-clock.ts';
import { Phase, TableMode, TableNow } from '../domain/table-session.ts';
import { contract } from './contract.ts';
import { InLab } from './labs.ts';

/** What an address under `/api/labs/:lab/tables/:table` says; `table` is the number people call it by. */
export const AtTable = z.object({ lab: LabId, table: z.string().check(z.regex(/^[1-9]\d{0,2}$/)) });

export const listTables = contract({
  method: 'GET',
  path: '/api/labs/:lab/tables',
  summary: 'Every sub-table with its session, and what time it is on the server (milliseconds since 1970)',
  params: InLab,
  output: z.object({ now: z.number(), tables: z.array(TableNow) }),
});
export const openTable = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/session',
  summary: 'Open a sub-table; the same command again answers 200',
  params: AtTable,
  body: z.object({
    commandId: Uuid,
    mode: TableMode,
    openUntil: z.nullable(z.number()),
    noteTakerId: z.nullable(PersonId),
    minutes: z.number(),
    seats: z.number(),
    dots: z.number(),
    anonymousDots: z.boolean(),
  }),
  output: z.object({ table: TableNow }),
  creates: true,
});
export const movePhase = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/phase',
  summary: 'Go to another phase, on the condition that nobody moved since; a question starts its clock',
  params: AtTable,
  body: z.object({ commandId: Uuid, version: z.number(), phase: Phase }),
  output: z.object({ table: TableNow }),
});
export const changeTableClock = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/clock',
  summary: 'Start, extend, pause, resume or stop the clock of a sub-table',
  params: AtTable,
  body: z.object({ commandId: Uuid, version: z.number(), change: ClockChange, minutes: z.number() }),
  output: z.object({ table: TableNow }),
});
