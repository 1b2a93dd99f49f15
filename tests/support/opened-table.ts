// A table of the demonstration that a facilitator has opened and moved to a phase, as tests of those who sit at it need one.
import { randomUUID } from 'node:crypto';
import { readBoard } from '@cocrea/shared/api/contributions.ts';
import { closeTable, movePhase, openTable } from '@cocrea/shared/api/tables.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { Phase } from '@cocrea/shared/domain/table-session.ts';
import { ask, bearer, type As } from '../api/ask.ts';
import { demoLab, type RunningServer } from './server.ts';

export interface OpenedTable {
  readonly host: As;
  move(phase: Phase): Promise<void>;
  /** What reached it, in the order of the folios. */
  board(): Promise<readonly Contribution[]>;
  close(): Promise<void>;
}

export async function openedTable(server: RunningServer, { no, phase }: { no: number; phase?: Phase }): Promise<OpenedTable> {
  const host = bearer(await server.token('facilitator'));
  const params = { lab: demoLab, table: String(no) };
  const opening = { mode: 'hall', openUntil: null, noteTakerId: null, minutes: 20, seats: 15, dots: 3 } as const;
  const body = { commandId: randomUUID(), ...opening, anonymousDots: false };
  const { status, output, error } = await ask(server, openTable, { as: host, params, body });
  if (status !== 201) throw new Error(`table ${no} was not opened: ${error.message}`);
  let version = output.table.session?.version ?? 0;
  const move = async (next: Phase): Promise<void> => {
    const moved = await ask(server, movePhase, { as: host, params, body: { commandId: randomUUID(), version, phase: next } });
    if (moved.status !== 200) throw new Error(`table ${no} did not move: ${moved.error.message}`);
    version = moved.output.table.session?.version ?? 0;
  };
  if (phase !== undefined) await move(phase);
  return {
    host,
    move,
    board: async () => (await ask(server, readBoard, { as: host, params })).output.contributions,
    close: async () => {
      const closed = await ask(server, closeTable, { as: host, params, body: { commandId: randomUUID(), version } });
      if (closed.status !== 200) throw new Error(`table ${no} did not close: ${closed.error.message}`);
    },
  };
}
