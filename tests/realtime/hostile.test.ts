// What hostile clients send, through real sockets, while honest people go on writing: a short run of what `pnpm test:faults` does a million times.
import { judge } from '@cocrea/server/src/realtime/judge.ts';
import { limitsWith } from '@cocrea/server/src/realtime/limits.ts';
import { readMessage } from '@cocrea/server/src/realtime/frames.ts';
import { readPresence } from '@cocrea/server/src/realtime/presence-entries.ts';
import { Malformed } from '@cocrea/server/src/realtime/update/byte-reader.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { printedRandom } from '../support/random.ts';
import { bornDocument, type EngineServer, startEngine, storedDoc } from './support/engine-server.ts';
import { besiege } from './support/besiege.ts';
import { hostileFrames, poisons } from './support/mutations.ts';
import { rawClient } from './support/raw-client.ts';
import { collected, rawUpdate, text } from './support/raw-update.ts';

let server: EngineServer;
beforeEach(async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd', 'Hola');
});
afterEach(() => server.stop());

test('[JU6] two thousand random and mutated frames: no crash, no error of ours, and honest people notice nothing', async () => {
  await besiege(server, { frames: 2_000, random: printedRandom('hostile frames') });
  expect(server.complaints.filter((complaint) => !complaint.includes('was ended for what it sent'))).toEqual([]);
});

test('[JU6] twenty thousand, read and judged one after another: each is taken or refused by a name, and what is taken never breaks a document', () => {
  const random = printedRandom('judged frames');
  const next = hostileFrames(random);
  const clocks = new Map([[1, 4]]);
  const known = { clockOf: (client: number) => clocks.get(client) ?? 0, ownerOf: () => undefined, deleted: null };
  const doc = new Y.Doc();
  Y.applyUpdate(doc, rawUpdate([{ client: 1, clock: 0, structs: [text('Hola', { root: 'text' })] }]));
  let taken = 0;
  for (let count = 0; count < 20_000; count++) {
    const frame = next({ client: 1, clock: 4 });
    try {
      const message = readMessage(frame);
      if (message.kind === 'awareness') readPresence(message.update);
      if (message.kind !== 'update' && message.kind !== 'step two') continue;
      const judgement = judge(message.update, {
        known,
        userId: 'mal',
        limits: limitsWith(),
        complete: message.kind === 'step two',
      });
      if (judgement.kind !== 'new') continue;
      taken += 1;
      for (const { client, end } of judgement.update.sections) clocks.set(client, end);
      Y.applyUpdate(doc, judgement.update.bytes);
    } catch (error) {
      if (!(error instanceof Malformed) && !(error instanceof AppError)) throw error;
    }
  }
  expect(taken).toBeGreaterThan(0);
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  expect(doc.getText('text').toString()).toContain('Hola');
});

test.each(Object.keys(poisons))('[JU6] %s: stored nowhere as it is, and the next who comes is served', async (name) => {
  const ana = await rawClient(server, 'd', { token: 'ana', extended: true });
  ana.sendUpdate(rawUpdate([{ client: 4242, clock: 0, structs: [text('palabras', { root: 'text' })] }]));
  await ana.hears('durable');
  const random = printedRandom(name);
  const attacker = await rawClient(server, 'd', { token: 'mal', extended: true });
  await attacker.hears('step one');
  for (let times = 0; times < 3 && attacker.socket.readyState === 1; times++) {
    attacker.socket.send(poisons[name]?.(random, { client: 4242, clock: 8 }) ?? '');
    await attacker.roundTrip();
  }
  // Ana goes on under the clientID that was claimed, and whoever comes sees all she wrote.
  ana.sendUpdate(rawUpdate([{ client: 4242, clock: 8, structs: [text('!', { origin: [4242, 7] })] }]));
  await ana.hears('durable', ({ durable }) => durable.frames === 2);
  const stored = await storedDoc(server.store, 'd');
  expect(stored.getText('text').toString()).toContain('palabras!');
  expect([stored.store.pendingStructs, stored.store.pendingDs]).toEqual([null, null]);
  expect(server.complaints.filter((complaint) => !complaint.includes('was ended for what it sent'))).toEqual([]);
  ana.close();
  attacker.close();
});

test('[JU6] three thousand updates with gaps cost no more than being asked once for what is missing', async () => {
  const attacker = await rawClient(server, 'd', { token: 'mal', extended: true });
  await attacker.hears('step one');
  attacker.sendStepTwo(rawUpdate([]));
  for (let at = 0; at < 3_000; at++) attacker.sendUpdate(rawUpdate([{ client: 9, clock: 1 + at * 2, structs: [collected(1)] }]));
  await attacker.roundTrip();
  expect(server.counted.refused.get('update_gap')).toBe(3_000);
  expect(attacker.count('step one')).toBe(2);
  expect(server.counted.commits).toBe(0);
  attacker.close();
});
