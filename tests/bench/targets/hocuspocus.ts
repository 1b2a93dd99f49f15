// Hocuspocus with its SQLite extension. Every frame of its wire begins with the document's name, and the first one is the token.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../../support/server.ts';
import { meterOf } from '../meter.ts';
import { peersFolder } from '../peers/install.ts';
import type { Start, Target } from '../target.ts';
import { openWire } from '../wire.ts';
import { startProgram } from './program.ts';

const file = join(peersFolder, 'hocuspocus/server.mjs');
/** Milliseconds within which it stores what was written, unless it is killed: its default, and some for the writing itself. */
const patience = 15_000;

export async function startHocuspocus({ under }: Start): Promise<Target> {
  const database = join(temporaryFolder('bench-hocuspocus-'), 'documents.db');
  const start = () => startProgram(file, { under, args: [database] });
  let program = await start();
  let rooms = 0;
  const entrance: Target['entrance'] = (documentId) => ({ address: program.address, syncs: true, named: documentId });
  const connect: Target['connect'] = (documentId, hearing) => openWire(entrance(documentId), hearing);
  return {
    name: 'hocuspocus',
    api: null,
    keeps: true,
    meter: () => meterOf(program.pid),
    newDocument: () => Promise.resolve(`room-${rooms++}`),
    entrance,
    connect,
    settled: async (documentId) => {
      const rows = new DatabaseSync(database, { readOnly: true });
      const stored = rows.prepare('SELECT data FROM documents WHERE name = ?');
      const begin = performance.now();
      // When the last one has left it stores at once; the row may be of an earlier moment, so it must also stay as it is.
      for (let before = -1; performance.now() - begin < patience; await sleep(500)) {
        const { data } = (stored.get(documentId) ?? {}) as { data?: Uint8Array };
        if (data !== undefined && data.length === before) break;
        before = data?.length ?? -1;
      }
      rows.close();
    },
    disk: () => ({ live: statSync(database).size, whole: statSync(database).size }),
    killAndRestart: async () => {
      await program.kill();
      program = await start();
      const visit = await connect('elsewhere');
      await visit.close();
    },
    [Symbol.asyncDispose]: () => program.kill(),
  };
}
