// Ours, the real server on a fresh data folder with everything on: sessions, judgement, a synced commit before anything is shown.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { createNote } from '../../support/note.ts';
import { startServer } from '../../support/server.ts';
import { meterOf } from '../meter.ts';
import type { Start, Target } from '../target.ts';
import { openWire } from '../wire.ts';

export async function startCocrea({ under, dataDir }: Start): Promise<Target> {
  const server = await startServer({ under, env: { NODE_ENV: 'production' }, ...(dataDir !== undefined && { dataDir }) });
  const token = await server.token('facilitator');
  const connect: Target['connect'] = (documentId, hearing = {}) =>
    openWire(`${server.wsUrl}/${documentId}?token=${token}`, { ...hearing, syncs: true });
  const other = await createNote(server, token, 'Otra');
  const inDatabase = <Answer>(ask: (database: DatabaseSync) => Answer): Answer => {
    const database = new DatabaseSync(join(server.dataDir, 'cocrea.db'), { readOnly: true, timeout: 10_000 });
    try {
      return ask(database);
    } finally {
      database.close();
    }
  };
  return {
    name: 'cocrea',
    api: server,
    keeps: true,
    meter: () => meterOf(server.pid),
    newDocument: () => createNote(server, token, 'Medición'),
    connect,
    settled: async (documentId) => {
      const snapshots = (): unknown =>
        inDatabase((database) =>
          database.prepare('SELECT count(*) AS count FROM yjs_snapshots WHERE document_id = ?').get(documentId),
        )?.['count'];
      while (snapshots() === 0) await sleep(100);
    },
    disk: (documentId) =>
      inDatabase((database) => {
        const newest = 'SELECT coalesce(max(seq), 0) FROM yjs_snapshots WHERE document_id = :id';
        const bytes = (table: string, and = ''): number =>
          Number(
            database
              .prepare(`SELECT coalesce(sum(length(data)), 0) AS bytes FROM ${table} WHERE document_id = :id ${and}`)
              .get({ id: documentId })?.['bytes'],
          );
        return {
          live: bytes('yjs_snapshots', `AND seq = (${newest})`) + bytes('yjs_updates', `AND seq > (${newest})`),
          whole: bytes('yjs_snapshots') + bytes('yjs_updates') + bytes('yjs_history'),
        };
      }),
    killAndRestart: async () => {
      await server.kill();
      await server.restart();
      const visit = await connect(other);
      await visit.close();
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
