// The two that keep nothing on disk: the bare relay, and @y/websocket-server, whose documents live as long as its process.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { meterOf } from '../meter.ts';
import { peersFolder } from '../peers/install.ts';
import type { Start, Target } from '../target.ts';
import { openWire } from '../wire.ts';
import { startProgram } from './program.ts';

export async function startRelay(start: Start): Promise<Target> {
  return startForgetful(start, { name: 'raw', file: fileURLToPath(new URL('../raw-relay.ts', import.meta.url)) });
}

export async function startYWebsocket(start: Start): Promise<Target> {
  return startForgetful(start, { name: 'y-websocket', file: join(peersFolder, 'y-websocket/server.mjs') });
}

async function startForgetful({ under }: Start, { name, file }: { name: 'raw' | 'y-websocket'; file: string }): Promise<Target> {
  let program = await startProgram(file, { under });
  let rooms = 0;
  const entrance: Target['entrance'] = (documentId) => ({ address: `${program.address}/${documentId}`, syncs: name !== 'raw' });
  return {
    name,
    api: null,
    keeps: false,
    meter: () => meterOf(program.pid),
    newDocument: () => Promise.resolve(`room-${rooms++}`),
    entrance,
    connect: (documentId, hearing) => openWire(entrance(documentId), hearing),
    settled: () => Promise.resolve(),
    disk: () => ({ live: Number.NaN, whole: Number.NaN }),
    killAndRestart: async () => {
      await program.kill();
      program = await startProgram(file, { under });
    },
    [Symbol.asyncDispose]: () => program.kill(),
  };
}
