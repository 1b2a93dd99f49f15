// What is measured, behind one face: the real server on a fresh data folder, or the bare relay.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { createNote } from '../support/note.ts';
import { startServer } from '../support/server.ts';
import { type Meter, meterOf } from './meter.ts';
import { type Hearing, openWire, type Wire } from './wire.ts';

export const targetNames = ['raw', 'cocrea'] as const;
export type TargetName = (typeof targetNames)[number];

/** Where the API is, and the data behind it. */
export interface Api {
  readonly url: string;
  readonly dataDir: string;
}

export interface Target extends AsyncDisposable {
  readonly name: TargetName;
  /** Null for the relay, which has none. */
  readonly api: Api | null;
  meter(): Meter;
  /** A new, empty document (a room, for the relay). */
  newDocument(): Promise<string>;
  connect(documentId: string, hearing?: Hearing): Promise<Wire>;
  /** Resolves when a snapshot of the document was written, which happens some seconds after everybody left. */
  compacted(documentId: string): Promise<void>;
  /**
   * SIGKILL and a new start on the same data, then a visit to another document: the program has run before, the documents are cold.
   * The relay keeps nothing and cannot.
   */
  killAndRestart(): Promise<void>;
}

export interface Start {
  /** Runs it pinned to a core: `['taskset', '-c', '1']`. */
  readonly under: readonly string[];
  /** A data folder that exists, for the real server. */
  readonly dataDir?: string;
}

export async function startTarget(name: TargetName, start: Start): Promise<Target> {
  return name === 'raw' ? startRelay(start) : startCocrea(start);
}

async function startCocrea({ under, dataDir }: Start): Promise<Target> {
  const server = await startServer({ under, env: { NODE_ENV: 'production' }, ...(dataDir !== undefined && { dataDir }) });
  const token = await server.token('facilitator');
  const connect: Target['connect'] = (documentId, hearing = {}) =>
    openWire(`${server.wsUrl}/${documentId}?token=${token}`, { ...hearing, syncs: true });
  const other = await createNote(server, token, 'Otra');
  return {
    name: 'cocrea',
    api: server,
    meter: () => meterOf(server.pid),
    newDocument: () => createNote(server, token, 'Medición'),
    connect,
    compacted: async (documentId) => {
      const database = new DatabaseSync(join(server.dataDir, 'cocrea.db'), { readOnly: true });
      const snapshots = database.prepare('SELECT count(*) AS count FROM yjs_snapshots WHERE document_id = ?');
      while (snapshots.get(documentId)?.['count'] === 0) await sleep(100);
      database.close();
    },
    killAndRestart: async () => {
      await server.kill();
      await server.restart();
      const visit = await connect(other);
      await visit.close();
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function startRelay({ under }: Start): Promise<Target> {
  const [program, ...args] = [...under, process.execPath, new URL('./raw-relay.ts', import.meta.url).pathname];
  const relay = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(relay.stdout, 'data')) as [Buffer];
  const address = line.toString().trim().replace('http', 'ws');
  let rooms = 0;
  return {
    name: 'raw',
    api: null,
    meter: () => meterOf(relay.pid ?? 0),
    newDocument: async () => `room-${rooms++}`,
    connect: (documentId, hearing = {}) => openWire(`${address}/${documentId}`, { ...hearing, syncs: false }),
    compacted: async () => undefined,
    killAndRestart: async () => {
      throw new Error('the bare relay keeps nothing to restart with');
    },
    [Symbol.asyncDispose]: async () => {
      const ended = once(relay, 'exit');
      relay.kill('SIGKILL');
      await ended;
    },
  };
}
