// Ours, the real server on a fresh data folder with everything on: sessions, judgement, a synced commit before anything is shown.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { createNote } from '../../support/note.ts';
import { startServer } from '../../support/server.ts';
import { meterOf } from '../meter.ts';
import type { Start, Target } from '../target.ts';
import { openWire } from '../wire.ts';

/** Milliseconds within which a document that was left by all is compacted, unless hardly anything was written since it last was. */
const patience = 20_000;

export async function startCocrea({ under, dataDir }: Start): Promise<Target> {
  const server = await startServer({ under, env: { NODE_ENV: 'production' }, ...(dataDir !== undefined && { dataDir }) });
  const token = await server.token('facilitator');
  const entrance: Target['entrance'] = (documentId) => ({ address: `${server.wsUrl}/${documentId}?token=${token}`, syncs: true });
  const connect: Target['connect'] = (documentId, hearing) => openWire(entrance(documentId), hearing);
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
    entrance,
    connect,
    settled: async (documentId) => {
      // While people write it is compacted too, with a tail of rows that come after: when all have left, of what is left at last.
      const rowsAfter = (): unknown =>
        inDatabase((database) =>
          database
            .prepare(
              `SELECT last_seq - (SELECT max(seq) FROM yjs_snapshots WHERE document_id = id) AS rows FROM yjs_documents WHERE id = ?`,
            )
            .get(documentId),
        )?.['rows'];
      const begin = performance.now();
      while (rowsAfter() !== 0 && performance.now() - begin < patience) await sleep(500);
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
