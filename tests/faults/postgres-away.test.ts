// The database goes away while people write: they are told, what they write waits with them, and all of it is stored once when it is back.
import { randomBytes } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { connect } from '../support/clients.ts';
import { cutLine } from '../support/cut-line.ts';
import { createNote } from '../support/note.ts';
import { dropSchema, newSchema } from '../support/postgres.ts';
import { printedRandom } from '../support/random.ts';
import { startServer } from '../support/server.ts';
import { connectWitness } from '../support/witness.ts';
import { createWriter, textOf } from './ledger.ts';

test('[DU4] while PostgreSQL is away nothing is acknowledged or lost, and writing resumes by itself', async ({
  skip,
  onTestFinished,
}) => {
  const postgres = inject('postgres');
  if (postgres === null) skip(inject('aboutPostgres'));
  const schema = `cocrea_test_${randomBytes(6).toString('hex')}`;
  const url = await newSchema(postgres ?? '', schema);
  onTestFinished(() => dropSchema(postgres ?? '', schema));
  await using line = await cutLine(url);
  await using server = await startServer({ env: { COCREA_DATABASE_URL: line.url } });
  const token = await server.token('facilitator');
  const documentId = await createNote(server, token);
  const witness = await connectWitness(server, documentId, { token });
  const writer = createWriter('a', witness, printedRandom('postgres away'));
  writer.write();
  await witness.allAcknowledged();

  for (const cut of [() => line.cut(), () => line.cutAfterCommit({ andStay: true })]) {
    const told = witness.notices().length;
    cut();
    while (witness.notices().length === told) {
      writer.write();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(witness.notices().at(-1)?.code).toBe('store_unavailable');
    expect(witness.acknowledged()).toBeLessThan(witness.marks());
    expect((await fetch(`${server.url}/healthz`)).status).toBe(503);
    line.mend();
    await witness.allAcknowledged();
  }

  await server.kill();
  await server.restart();
  const stranger = await connect(server, documentId, { token });
  expect(writer.differencesIn(textOf(stranger.doc))).toEqual([]);
  stranger.close();
  witness.close();
});
