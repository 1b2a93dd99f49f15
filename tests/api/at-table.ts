// A table somebody opened, and people who speak at it: what tests of its board and of its dots begin with.
import { randomUUID } from 'node:crypto';
import type { BodyOf, OutputOf } from '@cocrea/shared/api/contract.ts';
import { readBoard, sendContribution } from '@cocrea/shared/api/contributions.ts';
import { closeTable, listTables, movePhase, openTable } from '@cocrea/shared/api/tables.ts';
import type { Cluster, Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { Phase } from '@cocrea/shared/domain/table-session.ts';
import { demoLab, type RunningServer } from '../support/server.ts';
import { ask, type Answered, type As } from './ask.ts';

export type BoardAnswer = OutputOf<typeof readBoard>;

export interface AtTable {
  readonly no: number;
  readonly params: { readonly lab: string; readonly table: string };
  /** Contributes as somebody; the contribution as it is stored. */
  says(as: As, text: string, more?: Partial<BodyOf<typeof sendContribution>>): Promise<Contribution>;
  board(as: As): Promise<BoardAnswer>;
  cluster(as: As, id: string): Promise<Cluster>;
  move(phase: Phase): Promise<void>;
  close(): Promise<void>;
}

/** Opened by `host`, who conducts it. */
export async function openedTable(
  server: Pick<RunningServer, 'url'>,
  { no, host, lab = demoLab, ...more }: { no: number; host: As; lab?: string } & Partial<BodyOf<typeof openTable>>,
): Promise<AtTable> {
  const params = { lab, table: String(no) };
  const opening = {
    commandId: randomUUID(),
    mode: 'hall' as const,
    openUntil: null,
    noteTakerId: null,
    minutes: 20,
    seats: 15,
    dots: 3,
    anonymousDots: false,
  };
  expectStatus(await ask(server, openTable, { as: host, params, body: { ...opening, ...more } }), 201);
  const board = async (as: As): Promise<BoardAnswer> => expectStatus(await ask(server, readBoard, { as, params }), 200);
  const version = async (): Promise<number> => {
    const { tables } = expectStatus(await ask(server, listTables, { as: host, params: { lab } }), 200);
    return tables.find(({ subTable }) => subTable.no === no)?.session?.version ?? 0;
  };
  return {
    no,
    params,
    board,
    says: async (as, text, other) => {
      const sent = {
        id: randomUUID(),
        question: 1,
        text,
        language: 'es' as const,
        way: 'phone' as const,
        circle: null,
        onBehalfOf: null,
      };
      const body = { ...sent, writtenAt: Date.now(), ...other };
      return expectStatus(await ask(server, sendContribution, { as, params, body }), 201).contribution;
    },
    cluster: async (as, id) => {
      const found = (await board(as)).clusters.find((one) => one.id === id);
      if (found === undefined) throw new Error(`no cluster ${id}`);
      return found;
    },
    move: async (phase) => {
      const body = { commandId: randomUUID(), version: await version(), phase };
      expectStatus(await ask(server, movePhase, { as: host, params, body }), 200);
    },
    close: async () => {
      const body = { commandId: randomUUID(), version: await version() };
      expectStatus(await ask(server, closeTable, { as: host, params, body }), 200);
    },
  };
}

/** The answer of something that has to succeed for the test to begin. */
function expectStatus<Output>(
  { status, output, error }: { status: number; output: Output; error: Answered<never>['error'] },
  wanted: number,
): Output {
  if (status !== wanted) throw new Error(`${status} ${error.code} ${error.message}`);
  return output;
}
