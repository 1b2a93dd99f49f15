// The wire as stock clients speak it, and what those who negotiated our subprotocol hear beyond it.
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { connect, open } from '../support/clients.ts';
import { bornDocument, type EngineServer, startEngine, storedDoc } from './support/engine-server.ts';
import { rawClient } from './support/raw-client.ts';

let server: EngineServer;
afterEach(() => server.stop());

test('[WI1] stock clients sync, edit and see each other, with no code of ours', async () => {
  server = await startEngine();
  await bornDocument(server.store, 'd', 'Hola');
  const ana = await connect(server, 'd', { token: 'ana' });
  const eva = await connect(server, 'd', { token: 'eva' });
  expect(ana.doc.getText('text').toString()).toBe('Hola');
  ana.awareness.setLocalStateField('cursor', 4);
  ana.doc.getText('text').insert(4, ' mundo');
  eva.doc.getText('text').insert(0, '¡');
  await eva.caughtUpWith(ana.doc);
  await ana.caughtUpWith(eva.doc);
  expect(ana.doc.getText('text').toString()).toBe('¡Hola mundo');
  await eva.waitFor(() => eva.awareness.getStates().has(ana.doc.clientID), 'Ana in presence');
  expect(eva.awareness.getStates().get(ana.doc.clientID)).toMatchObject({ cursor: 4, user: { userId: 'ana', name: 'Name of ana' } });
  expect((await storedDoc(server.store, 'd')).getText('text').toString()).toBe('¡Hola mundo');
  ana.close();
  await eva.waitFor(() => !eva.awareness.getStates().has(ana.doc.clientID), 'Ana gone from presence');
  eva.close();
});
