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
        const bytes = (table: string, where = ''): number =>
          Number(
            database
              .prepare(`SELECT coalesce(sum(length(data)), 0) AS bytes FROM ${table} WHERE document_id = ? ${where}`)
              .get(documentId)?.['bytes'],
          );
        const newest = bytes(
          'yjs_snapshots',
          'AND seq = (SELECT max(seq) FROM yjs_snapshots AS s WHERE s.document_id = yjs_snapshots.document_id)',
        );
        const log = bytes('yjs_updates');
        return { live: newest + log, whole: bytes('yjs_snapshots') + log + bytes('yjs_history') };
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
