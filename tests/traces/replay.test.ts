// Real recorded writing, written again through the running server by stock clients, ends in exactly the recorded text; also when the server is killed halfway.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Client, connect } from '../support/clients.ts';
import { createNote } from '../support/note.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { type Authored, authorAll, readTrace, writerOf } from './trace.ts';

const root = 'trace';
/** Edits that travel as one update at most: a person who types fast for a second or two. */
const batchSize = 64;

let server: RunningServer;
let token: string;
beforeAll(async () => {
  server = await startServer();
  token = await server.token('facilitator');
});
afterAll(() => server?.[Symbol.asyncDispose]());

describe.each([{ interrupted: false }, { interrupted: true }])('with the server killed halfway: $interrupted', ({ interrupted }) => {
  test('[WI1] two people write friendsforever at the same time', async () => {
    const trace = readTrace('friendsforever');
    const authored = authorAll(trace, root);
    const documentId = await createNote(server, token);
    const other = await server.token('note_taker');
    const clients = [await connect(server, documentId, { token }), await connect(server, documentId, { token: other })] as const;
    const halfway = Math.floor(authored.filter(({ agent }) => agent === 0).length / 2);
    await Promise.all([
      replay(clients[0], { agent: 0, authored, ...(interrupted && { at: halfway, interrupt: killAndRestart }) }),
      replay(clients[1], { agent: 1, authored }),
    ]);
    await clients[0].caughtUpWith(clients[1].doc);
    await clients[1].caughtUpWith(clients[0].doc);
    for (const client of clients) expect(textOf(client.doc)).toBe(trace.endContent);
    await expectStored(documentId, { doc: clients[0].doc, text: trace.endContent });
    for (const client of clients) client.close();
  });

  test('[WI1] one person writes automerge-paper', async () => {
    const trace = readTrace('automerge-paper');
    const documentId = await createNote(server, token);
    const author = await connect(server, documentId, { token });
    const reader = await connect(server, documentId, { token });
    const text = author.doc.getText(root);
    const write = writerOf(trace, text);
    const halfway = Math.floor(trace.txns.length / 2);
    for (let start = 0; start < trace.txns.length; start += batchSize) {
      if (interrupted && start <= halfway && halfway < start + batchSize) await killAndRestart();
      author.doc.transact(() => trace.txns.slice(start, start + batchSize).forEach(write));
      // A reader who lags keeps the author from running away: at most some seconds of typing are under way.
      if ((start / batchSize) % 64 === 63) await reader.caughtUpWith(author.doc);
    }
    expect(textOf(author.doc)).toBe(trace.endContent);
    await reader.caughtUpWith(author.doc);
    expect(textOf(reader.doc)).toBe(trace.endContent);
    await expectStored(documentId, { doc: author.doc, text: trace.endContent });
    author.close();
    reader.close();
  });
});

async function killAndRestart(): Promise<void> {
  await server.kill();
  await server.restart();
}

/** Sends what one author wrote, each edit only after everything its author had seen has reached this client through the server. */
async function replay(
  client: Client,
  { agent, authored, at, interrupt }: { agent: number; authored: readonly Authored[]; at?: number; interrupt?: () => Promise<void> },
): Promise<void> {
  const clocks = clocksAfter(authored, 1 - agent);
  const otherClientId = 2 - agent;
  let sent = 0;
  for (const { seen, updates } of batchesOf(authored, agent)) {
    const clock = clocks[seen] ?? 0;
    await client.waitFor(() => Y.getState(client.doc.store, otherClientId) >= clock, `edit ${seen} of the other author`);
    client.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(client.doc, update, 'author');
    }, 'author');
    if (interrupt && at !== undefined && sent <= at && at < sent + updates.length) await interrupt();
    sent += updates.length;
  }
}

/** Edits in a row that their author made having seen the same of the other. */
function batchesOf(authored: readonly Authored[], agent: number): { seen: number; updates: Uint8Array[] }[] {
  const batches: { seen: number; updates: Uint8Array[] }[] = [];
  for (const edit of authored) {
    if (edit.agent !== agent) continue;
    const seen = edit.seen[1 - agent] ?? 0;
    const last = batches.at(-1);
    if (last && last.seen === seen && last.updates.length < batchSize) last.updates.push(edit.update);
    else batches.push({ seen, updates: [edit.update] });
  }
  return batches;
}

/** The author's clock after their n-th edit; 0 for none. */
function clocksAfter(authored: readonly Authored[], agent: number): number[] {
  const clocks = [0];
  for (const { agent: by, update } of authored) {
    if (by !== agent) continue;
    const end = Y.parseUpdateMeta(update).to.get(agent + 1);
    clocks.push(end ?? clocks.at(-1) ?? 0);
  }
  return clocks;
}

/** What a person who was never there gets, also from a server that was killed after everybody else had seen it. */
async function expectStored(documentId: string, { doc, text }: { doc: Y.Doc; text: string }): Promise<void> {
  const witness = await connect(server, documentId, { token });
  await witness.caughtUpWith(doc);
  witness.close();
  await killAndRestart();
  const late = await connect(server, documentId, { token });
  expect(textOf(late.doc)).toBe(text);
  late.close();
}

function textOf(doc: Y.Doc): string {
  return doc.getText(root).toString();
}
