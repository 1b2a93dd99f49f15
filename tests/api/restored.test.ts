// An older copy of the data put back as the README says: what devices hold from later is never mixed into it, nor takes another's name.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { connect, open } from '../support/clients.ts';
import { startServer, temporaryFolder } from '../support/server.ts';

const document = 'compromiso-11.preparacion';

test('a client of the time after the copy is refused with its generation, and the copy stays what it was', async () => {
  await using server = await startServer();
  const token = await server.token('facilitator');
  const early = await connect(server, document, { token });
  early.doc.getText('notes').insert(0, 'antes de la copia');
  const witness = await connect(server, document, { token });
  await witness.caughtUpWith(early.doc);
  early.close();
  witness.close();

  await server.stop();
  const copy = join(temporaryFolder(), 'copia');
  cpSync(server.dataDir, copy, { recursive: true });
  await server.restart();
  const generation = await generationOf(server, token);
  const late = await connect(server, document, { token });
  late.doc.getText('notes').insert(0, 'después de la copia, ');
  late.close();
  await server.stop();

  cpSync(copy, server.dataDir, { recursive: true });
  expect(await server.cocrea('restored')).toContain('Listo');
  await server.restart();
  expect(await generationOf(server, token)).not.toBe(generation);

  const closed = Promise.withResolvers<number | undefined>();
  const stale = open(server, document, {
    token,
    doc: late.doc,
    prepare: (provider) => {
      provider.params['generation'] = generation;
      provider.on('closed', (event) => closed.resolve(event?.code));
    },
  });
  expect(await closed.promise).toBe(4409);
  stale.close();
  const reader = await connect(server, document, { token, doc: new Y.Doc() });
  expect(reader.doc.getText('notes').toString()).toBe('antes de la copia');
  reader.close();
  expect(await server.cocrea('audit', 'verify')).toContain('cadena íntegra');
});

test('it is refused while the server is open', async () => {
  await using server = await startServer();
  await expect(server.cocrea('restored')).rejects.toMatchObject({ code: 1 });
});

async function generationOf(server: { readonly url: string }, token: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/labs/compromiso-11/documents`, { headers: { authorization: `Bearer ${token}` } });
  const { documents } = (await answer.json()) as { documents: { id: string; generation: string }[] };
  return documents.find(({ id }) => id === document)?.generation ?? '';
}
