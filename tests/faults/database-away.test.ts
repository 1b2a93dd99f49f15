// The database is locked by somebody, or gone, while people write: nothing is acknowledged, people are told, and when it is over everything is
// stored once, with nobody's help.
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { connect } from '../support/clients.ts';
import { createNote } from '../support/note.ts';
import { printedRandom } from '../support/random.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { connectWitness, type Witness } from '../support/witness.ts';
import { createWriter, textOf, type Writer } from './ledger.ts';

/** What may wait for the store; less than what is written here while it is away. */
const pendingBytes = 64 * 1024;

interface Desk {
  readonly server: RunningServer;
  readonly documentId: string;
  readonly token: string;
  readonly witness: Witness;
  readonly writer: Writer;
}

async function open(server: RunningServer): Promise<Desk> {
  const token = await server.token('facilitator');
  const documentId = await createNote(server, token);
  const witness = await connectWitness(server, documentId, { token });
  const writer = createWriter('a', witness, printedRandom('database away'));
  writer.write();
  await witness.allAcknowledged();
  return { server, documentId, token, witness, writer };
}

/** Writes until the server says that it cannot store, then far more than may wait. */
async function writeIntoNothing({ witness, writer }: Desk): Promise<number> {
  while (!witness.notices().some(({ code }) => code === 'store_unavailable')) {
    writer.write();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const acknowledged = witness.acknowledged();
  for (let times = 0; times < 200; times++) {
    witness.mark(() => witness.doc.getText('ledger').insert(0, `${'x'.repeat(2_000)} `));
  }
  writer.write();
  return acknowledged;
}

async function allIsThere({ server, documentId, token, witness, writer }: Desk): Promise<void> {
  await witness.allAcknowledged();
  await server.kill();
  await server.restart();
  const stranger = await connect(server, documentId, { token });
  expect(writer.differencesIn(textOf(stranger.doc))).toEqual([]);
  expect(textOf(stranger.doc)).toBe(textOf(witness.doc));
  stranger.close();
  witness.close();
}

test('[DU4] while another program locks the database nothing is acknowledged, and all is stored once it lets go', async () => {
  await using server = await startServer({ env: { COCREA_PENDING_BYTES: String(pendingBytes) } });
  const desk = await open(server);
  const other = new DatabaseSync(join(server.dataDir, 'cocrea.db'));
  other.exec('BEGIN IMMEDIATE');
  const acknowledged = await writeIntoNothing(desk);
  // Whoever comes now can still read, and is shown nothing that is not stored.
  const reader = await connect(server, desk.documentId, { token: desk.token });
  expect(textOf(reader.doc).length).toBeLessThan(textOf(desk.witness.doc).length);
  expect(desk.witness.acknowledged()).toBe(acknowledged);
  expect(acknowledged).toBeLessThan(desk.witness.marks());
  other.exec('ROLLBACK');
  other.close();
  await desk.witness.allAcknowledged();
  await reader.caughtUpWith(desk.witness.doc);
  reader.close();
  await allIsThere(desk);
});

test('[DU4] while the database is not where it was nothing is acknowledged, and all is stored once it is back', async () => {
  await using server = await startServer({ env: { COCREA_PENDING_BYTES: String(pendingBytes) } });
  const desk = await open(server);
  const file = join(server.dataDir, 'cocrea.db');
  renameSync(file, `${file}.elsewhere`);
  const acknowledged = await writeIntoNothing(desk);
  expect(desk.witness.acknowledged()).toBe(acknowledged);
  expect(acknowledged).toBeLessThan(desk.witness.marks());
  renameSync(`${file}.elsewhere`, file);
  await allIsThere(desk);
});
