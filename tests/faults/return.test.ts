// Everybody comes back at once after a restart, each with something they wrote while it was away: all are brought up to date, nothing is
// lost or doubled. How long it takes, and how long anything else had to wait meanwhile, is measured and printed, not judged.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { retryDelay } from '../../client/src/realtime/retry-delay.ts';
import { openDevice } from '../support/device.ts';
import { createNote } from '../support/note.ts';
import { printedRandom } from '../support/random.ts';
import { startServer } from '../support/server.ts';
import { type RawClient, rawClient } from '../realtime/support/raw-client.ts';
import { textOf } from './ledger.ts';

/** Two hundred in the suite; `pnpm test:faults` asks for a thousand. */
const people = Number(process.env['COCREA_TEST_RETURNING'] ?? 200);
/** Milliseconds: all of them share the machine with the server. */
const patience = 120_000;

/** Somebody who was here before, and wrote one word while the server was away. */
interface Returning {
  readonly word: string;
  readonly update: Uint8Array;
}

test(`[MA4] ${people} who come back after a restart are all synced, with all that each wrote meanwhile`, async () => {
  const random = printedRandom('returning');
  await using server = await startServer();
  const token = await server.token('facilitator');
  const documentId = await createNote(server, token);
  const first = openDevice(server, documentId, { token });
  await first.waitFor(() => first.provider.synced, 'first sync');
  first.doc.getText('ledger').insert(0, 'una frase de todos. '.repeat(5_000));
  await first.allDurable();
  first.close();
  const had = { state: Y.encodeStateAsUpdate(first.doc), vector: Y.encodeStateVector(first.doc) };
  const returning = Array.from({ length: people }, (_, index): Returning => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, had.state);
    doc.getText('ledger').insert(random.below(doc.getText('ledger').length), `[${index}]`);
    return { word: `[${index}]`, update: Y.encodeStateAsUpdate(doc, had.vector) };
  });
  await server.restart();

  const before = await measure(server.url);
  const begun = performance.now();
  const clients = await Promise.all(
    returning.map(async ({ update }) => {
      await new Promise((resolve) =>
        setTimeout(resolve, retryDelay(0, { reason: 'restarting', random: random.below(1_000) / 1_000 })),
      );
      const client = await rawClient(server, documentId, { token, extended: true, patience });
      client.sendStepOne(had.vector);
      await client.hears('step one');
      client.sendStepTwo(update);
      await client.hears('step two');
      return client;
    }),
  );
  const synced = performance.now() - begun;
  await Promise.all(clients.map((client) => client.hears('durable')));
  const durable = performance.now() - begun;
  const after = await measure(server.url);
  console.log(
    `${people} return within three seconds: all synced after ${Math.round(synced)} ms, all durable after ${Math.round(durable)} ms; delay of ` +
      `the server's event loop p99 ${Math.round(after.delay * 1000)} ms, CPU ${(after.cpu - before.cpu).toFixed(1)} s`,
  );

  let text: string | null = null;
  for (const [index, client] of clients.entries()) {
    const found = await wholeText(client, [had.state, returning[index]?.update ?? had.state]);
    text ??= found;
    expect(found).toBe(text);
    client.close();
  }
  for (const { word } of returning) expect(text?.split(word).length, word).toBe(2);
});

/** What a client would show, of what it had and all it heard, once it has heard of everybody. */
async function wholeText(client: RawClient, had: readonly [state: Uint8Array, own: Uint8Array]): Promise<string> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, had[0]);
  const everybody = doc.store.clients.size + people;
  Y.applyUpdate(doc, had[1]);
  for (let taken = 0; ; ) {
    const news = client.heard.slice(taken);
    taken += news.length;
    doc.transact(() => {
      for (const heard of news) if (heard.kind === 'step two' || heard.kind === 'update') Y.applyUpdate(doc, heard.body);
    });
    if (doc.store.clients.size === everybody) return textOf(doc);
    await client.hears('update', () => true, taken);
  }
}

/** In seconds: the delay of the event loop below which 99 of 100 were since it was last asked, and the CPU of all threads. */
async function measure(url: string): Promise<{ delay: number; cpu: number }> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1]);
  return { delay: read('nodejs_eventloop_lag_p99_seconds'), cpu: read('process_cpu_seconds_total') };
}
