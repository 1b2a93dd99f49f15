// kill -9 at any moment: what was acknowledged, and what anybody was shown, is there afterwards; what was not comes back once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { connect } from '../support/clients.ts';
import { createNote } from '../support/note.ts';
import { printedRandom } from '../support/random.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { connectWitness } from '../support/witness.ts';
import { createWriter, textOf, type Writer } from './ledger.ts';

/** 20 in the suite; `pnpm test:faults` asks for 200. */
const kills = Number(process.env['COCREA_TEST_KILLS'] ?? 20);
/** A new document now and then, so that the kills also meet documents that are young, and texts stay short enough to search. */
const killsPerDocument = 10;

let server: RunningServer;
let tokens: [string, string];
beforeAll(async () => {
  server = await startServer();
  tokens = [await server.token('facilitator'), await server.token('note_taker')];
});
afterAll(() => server?.[Symbol.asyncDispose]());

test(`[DU1] [DU2] nothing acknowledged or shown is lost, nothing is doubled, in ${kills} kills`, async () => {
  const random = printedRandom('kill -9');
  let written = 0;
  let acknowledged = 0;
  for (let round = 0; round < kills; ) {
    const documentId = await createNote(server, tokens[0], `Ronda ${round}`);
    const writers = await Promise.all(
      tokens.map(async (token, index) =>
        createWriter('ab'[index] ?? '', await connectWitness(server, documentId, { token }), random),
      ),
    );
    for (let here = 0; here < killsPerDocument && round < kills; here++, round++) {
      await typeUntil(() => killAfter(random.below(250) + 5), writers);
      acknowledged = Math.max(acknowledged, ...writers.map(({ witness }) => witness.acknowledged()));
      // The writers stay away while a stranger looks: what they still hold must not hide what the server lost.
      const shown = writers.map(({ witness }) => witness.doc);
      await server.restart();
      const found = await readByStranger(documentId);
      for (const [index, writer] of writers.entries()) {
        expect(writer.missingFrom(found, shown[1 - index] as Y.Doc), `round ${round}, seed ${random.seed}`).toEqual([]);
      }
      for (const { witness } of writers) witness.provider.connect();
      for (const { witness } of writers) {
        await witness.waitFor(() => witness.provider.synced, 'the writers are back');
        await witness.allAcknowledged();
      }
      const after = await readByStranger(documentId);
      for (const writer of writers) expect(writer.differencesIn(after), `round ${round}, seed ${random.seed}`).toEqual([]);
    }
    written += writers.reduce((sum, { witness }) => sum + witness.marks(), 0);
    for (const { witness } of writers) witness.close();
  }
  expect(acknowledged).toBeGreaterThan(0);
  console.log(`kill -9: ${kills} kills, ${written} edits`);
});

async function killAfter(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await server.kill();
}

/** Both write without pause until `end` is over and both have noticed; then they stay away. */
async function typeUntil(end: () => Promise<void>, writers: readonly Writer[]): Promise<void> {
  const typing = setInterval(() => writers.forEach((writer) => writer.write()), 2);
  await end();
  clearInterval(typing);
  for (const { witness } of writers) {
    await witness.waitFor(() => !witness.provider.wsconnected, 'the lost connection is noticed');
    witness.provider.disconnect();
  }
}

async function readByStranger(documentId: string): Promise<string> {
  const stranger = await connect(server, documentId, { token: tokens[0] });
  const text = textOf(stranger.doc);
  stranger.close();
  return text;
}
