// An older copy of the data put back as the README says: what devices hold from later is never mixed into it, nor takes another's name.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { connect, open } from '../support/clients.ts';
import { startServer, temporaryFolder } from '../support/server.ts';
import { schemaOf } from '../support/server-database.ts';

const document = 'compromiso-11.preparacion';

test('a client of the time after the copy is refused with its generation, and the copy stays what it was', async ({ skip }) => {
  await using server = await startServer();
  skip(schemaOf(server.dataDir) !== null, 'a copy of the folder is no copy of a PostgreSQL database');
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

test('both are refused while the server is open; a backup is put back in words that say what was kept and what to look at', async () => {
  await using server = await startServer();
  const backup = join(temporaryFolder(), 'copia');
  expect(await server.cocrea('backup', backup)).toMatch(
    /Copia lista[\s\S]*1 laboratorio, [\s\S]*compromiso-11: \d+ eventos, huella final [0-9a-f]{64}/,
  );
  const refused = { code: 1, stderr: expect.stringContaining(server.dataDir) as string };
  await expect(server.cocrea('restored')).rejects.toMatchObject(refused);
  await expect(server.cocrea('restore', backup, '--replace')).rejects.toMatchObject(refused);
  await server.stop();
  const said = await server.cocrea('restore', backup, '--replace');
  const aside = /Lo que había se guardó en (\S+)\. /.exec(said)?.[1] ?? '';
  expect(said).toContain('Revise Personas');
  expect(readdirSync(aside)).toContain('cocrea.db');
  expect(readdirSync(server.dataDir)).toEqual(['cocrea.db']);
  rmSync(aside, { recursive: true });
});

async function generationOf(server: { readonly url: string }, token: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/labs/compromiso-11/documents`, { headers: { authorization: `Bearer ${token}` } });
  const { documents } = (await answer.json()) as { documents: { id: string; generation: string }[] };
  return documents.find(({ id }) => id === document)?.generation ?? '';
}
