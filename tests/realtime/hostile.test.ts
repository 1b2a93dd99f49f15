// A short run of what hostile clients send: random and mutated frames through real sockets, while honest people go on writing.
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { connect } from '../support/clients.ts';
import { printedRandom, type Random } from '../support/random.ts';
import { bornDocument, type EngineServer, startEngine, storedDoc } from './support/engine-server.ts';
import { bytes, type RawClient, rawClient, varUint } from './support/raw-client.ts';

let server: EngineServer;
beforeEach(async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd', 'Hola');
});
afterEach(() => server.stop());

function honestFrame(random: Random): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'palabras ñ 🙂');
  doc.getMap('map').set('k', { list: [1, 'dos', null] });
  doc.getText('text').delete(2, 3);
  const update = random.below(2) === 0 ? Y.encodeStateAsUpdate(doc) : Y.encodeStateVector(doc);
  return bytes([0, random.below(3), ...varUint(update.length), update]);
}

function mutated(frame: Uint8Array, random: Random): Uint8Array {
  const changed = [...frame];
  for (let times = 1 + random.below(4); times > 0; times--) {
    const place = random.below(changed.length);
    const how = random.below(3);
    if (how === 0) changed[place] = random.below(256);
    else if (how === 1) changed.splice(place, 1 + random.below(3));
    else changed.splice(place, 0, random.below(256));
    if (changed.length === 0) changed.push(0);
  }
  return Uint8Array.from(changed);
}

test('[JU6] two thousand random and mutated frames: no crash, no error of ours, and honest people notice nothing', async () => {
  const random = printedRandom('hostile frames');
  const ana = await connect(server, 'd', { token: 'ana' });
  const eva = await connect(server, 'd', { token: 'eva' });
  let attacker: RawClient | null = null;
  for (let i = 0; i < 2_000; i++) {
    if (attacker === null || attacker.socket.readyState !== 1) attacker = await rawClient(server, 'd', { token: 'mal' });
    const frame =
      random.below(4) === 0
        ? Uint8Array.from({ length: random.below(60) }, () => random.below(256))
        : mutated(honestFrame(random), random);
    attacker.send(frame);
    if (i % 50 === 0) {
      ana.doc.getText('text').insert(0, 'a');
      await attacker.roundTrip();
    }
  }
  attacker?.close();
  await eva.caughtUpWith(ana.doc);
  await ana.caughtUpWith(eva.doc);
  const stored = await storedDoc(server.store, 'd');
  expect(stored.store.pendingStructs).toBeNull();
  expect(stored.store.pendingDs).toBeNull();
  expect(stored.getText('text').toDelta()).toEqual(ana.doc.getText('text').toDelta());
  expect(server.complaints.filter((complaint) => !complaint.includes('was ended for what it sent'))).toEqual([]);
  ana.close();
  eva.close();
});
