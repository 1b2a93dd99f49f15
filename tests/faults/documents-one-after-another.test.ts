// Documents opened one after another, thousands of them: what reading threads and rooms took for one is not there any more after the last.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test } from 'vitest';
import { createReader } from '@cocrea/server/src/reading/reader.ts';
import { createTextsNow } from '@cocrea/server/src/reading/texts-now.ts';
import type { DocumentStore } from '@cocrea/server/src/storage/document-store.ts';
import type { Ledger } from '@cocrea/server/src/storage/ledger.ts';
import { createQueryBuilder } from '@cocrea/server/src/storage/query-builder.ts';
import { seedUpdate } from '@cocrea/shared/document/seed.ts';
import { paragraphsOf, proposalText } from '@cocrea/shared/document/templates/proposal.ts';
import { bornDocument, startEngine } from '../realtime/support/engine-server.ts';
import { rawClient } from '../realtime/support/raw-client.ts';

/** Six hundred in the suite; `pnpm test:faults` asks for five thousand. */
const documents = Number(process.env['COCREA_TEST_DOCUMENTS'] ?? 600);
/** After so many of them everything has the size it has while it works. */
const warm = 200;

const MIB = 1024 * 1024;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** MiB of the whole process, and of what the main thread holds. */
const taken = (): { resident: number; held: number } => {
  collect();
  const { rss, heapUsed } = process.memoryUsage();
  return { resident: Math.round(rss / MIB), held: Math.round(heapUsed / MIB) };
};

const closing: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

/** Two hundred paragraphs that no other document has, as an update of some 60 KB; what is read out of it takes some four times that. */
function textOf(no: number): Uint8Array {
  const line = `La mesa ${no} propone que cada dato que se publica diga quién lo guarda, desde cuándo, y a quién se le pregunta por él`;
  const lines = Array.from({ length: 200 }, (_, at) => `${line} (${at}): ${'abcdefghij'.repeat(15)}.`);
  return seedUpdate(proposalText({ problem: paragraphsOf(lines.join('\n')) }), { clientId: no + 1 });
}

/** A log that holds no document: each is made when it is loaded, so that what stays in memory is what the reading keeps. */
function endlessLog(): { ledger: Ledger; store: Pick<DocumentStore, 'load'> } {
  const store: Pick<DocumentStore, 'load'> = {
    load: (documentId) =>
      Promise.resolve({
        documentId,
        generation: 'first',
        lastSeq: 1,
        damage: [],
        snapshot: { seq: 1, update: textOf(Number(documentId)) },
        tail: [],
        clients: new Map(),
      } satisfies Awaited<ReturnType<DocumentStore['load']>>),
  };
  const database = createQueryBuilder('sqlite');
  const records = {
    read: (query: { parameters: readonly unknown[] }) => Promise.resolve(query.parameters.map((id) => ({ id, last_seq: 1 }))),
  };
  return { ledger: { records, database, now: Date.now } as unknown as Ledger, store };
}

test(`${documents} documents read one after another leave memory flat, with reading threads of a fixed size`, async () => {
  const reader = createReader({ threads: 2, memory: 256 });
  closing.push(reader.close);
  const { ledger, store } = endlessLog();
  const texts = createTextsNow(ledger, { store, reader, keptBytes: 16 * MIB });
  let before = taken();
  let most = 0;
  for (let no = 0; no < documents; no += 1) {
    const id = String(no);
    const sections = (await texts.of([id])).get(id);
    expect(sections?.[0]?.text.startsWith(`La mesa ${no} `)).toBe(true);
    if (no % 3 === 0) await texts.bodyOf(id);
    if (no % 3 === 1) await reader.compact([textOf(no)]);
    if (no === warm) before = taken();
    if (no > warm && no % 50 === 0) most = Math.max(most, taken().resident);
  }
  const after = taken();
  console.log(
    `${documents} documents read: ${before.resident} MiB resident after the first ${warm}, ${most} at most, ${after.resident} at the end; ${before.held} and ${after.held} MiB of the main thread.`,
  );
  // Were texts kept, or what is read out of them, the four hundred after the first two hundred would take more than twice as much.
  expect(most - before.resident).toBeLessThan(40);
  expect(after.resident - before.resident).toBeLessThan(40);
  expect(after.held - before.held).toBeLessThan(10);
});

test(`[MA6] ${documents} documents opened and left one after another leave no room behind`, async () => {
  const reader = createReader({ threads: 1, memory: 256 });
  closing.push(reader.close);
  const server = await startEngine({ reader, timing: { idle: 0, sweep: 5 } });
  closing.push(() => server.stop());
  let before = taken();
  for (let no = 0; no < documents; no += 1) {
    const id = `document-${no}`;
    await bornDocument(server.store, id, `Mesa ${no}. `.repeat(100));
    const client = await rawClient(server, id, { token: 'ana' });
    client.sendStepOne();
    await client.hears('step two');
    client.close();
    await client.closed();
    if (no === warm) before = taken();
  }
  await expect.poll(() => server.engine.stats(), { interval: 5 }).toMatchObject({ rooms: 0, connections: 0 });
  const after = taken();
  console.log(
    `${documents} documents opened: ${before.resident} MiB resident after the first ${warm}, ${after.resident} at the end, the log of all of them included.`,
  );
  expect(server.complaints).toEqual([]);
});
