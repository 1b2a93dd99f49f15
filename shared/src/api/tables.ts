// The sub-tables of a lab while they are open: their phases, clocks and seats.
import * as z from 'zod/mini';
import { LabId, PersonId, Uuid } from '../domain/ids.ts';
import { JoinCode } from '../domain/join-code.ts';
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

export const TableGlance = z.object({
  /** The table's number. */
  no: z.number(),
  /** Names of who conducts it and who takes its notes; null for nobody, and for somebody who was taken out of the lab. */
  facilitator: z.nullable(z.string()),
  noteTaker: z.nullable(z.string()),
  /** Contributions to each question, those that were taken back left out. */
  contributions: z.array(z.number()),
  /** How many people have given their dots, raised hands included; not what they gave them to. */
  voters: z.number(),
  /** Ids of the people who sit at it, and how many more are on paper; null for those who may not see the people of a table. */
  people: z.nullable(z.array(PersonId)),
  paper: z.nullable(z.number()),
});
export type TableGlance = z.infer<typeof TableGlance>;

export const glanceAtTables = contract({
  method: 'GET',
  path: '/api/labs/:lab/tables-at-a-glance',
  summary: 'All sub-tables of the lab at a glance: who conducts them, how many contributions each question has, who sits there',
  params: InLab,
  output: z.object({ tables: z.array(TableGlance) }),
});
export const readTableDoor = contract({
  method: 'GET',
  path: '/api/labs/:lab/tables/:table/door',
  summary: 'The open code people join a sub-table with, and the addresses at which phones reach this server',
  params: AtTable,
  output: z.object({ code: z.nullable(JoinCode), addresses: z.array(z.string()) }),
});
export const handOverTable = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/facilitator',
  summary: 'Hand an open sub-table over to somebody else who may conduct it',
  params: AtTable,
  body: z.object({ commandId: Uuid, version: z.number(), personId: PersonId }),
  output: z.object({ table: TableNow }),
});
export const changeTable = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/settings',
  summary: 'Name who takes the notes of an open sub-table, and give it more or fewer seats',
  params: AtTable,
  body: z.object({ commandId: Uuid, version: z.number(), noteTakerId: z.nullable(PersonId), seats: z.number() }),
  output: z.object({ table: TableNow }),
});
export const changeQuestions = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/questions',
  summary: 'Word the guiding questions of a sub-table anew, until it is opened; `basedOn` are those the change started from',
  params: AtTable,
  body: z.object({ commandId: Uuid, basedOn: z.array(z.string()), questions: z.array(z.string()) }),
  output: z.object({ table: TableNow }),
});
export const closeTable = contract({
  method: 'POST',
  path: '/api/labs/:lab/tables/:table/close',
  summary: 'Close a sub-table for good: its codes open nothing any more, and its result is written as a document with its folios',
  params: AtTable,
  body: z.object({ commandId: Uuid, version: z.number() }),
  output: z.object({ table: TableNow }),
});
