// Every role, and everybody who has none, at every door of the API and of every kind of room. The tables are written by hand, one a room, in
// `doors/`: they say what the policy should be, and do not ask it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../support/clients.ts';
import { doorsOfConsolidation } from './doors/consolidation.ts';
import { doorsOfContributions } from './doors/contributions.ts';
import { doorsOfIdentity } from './doors/identity.ts';
import { doorsOfLabs } from './doors/labs.ts';
import { doorsOfObservations } from './doors/observations.ts';
import { doorsOfProposals } from './doors/proposals.ts';
import { doorsOfPublication } from './doors/publication.ts';
import { doorsOfRemarks } from './doors/remarks.ts';
import { doorsOfTables } from './doors/tables.ts';
import { doorsOfTexts } from './doors/texts.ts';
import {
  authors,
  closeHouse,
  everybody,
  house,
  lab,
  members,
  openHouse,
  play,
  send,
  type Ask,
  type Rows,
  type Who,
} from './doors/house.ts';
import { proposalOf } from './doors/proposal-of.ts';
import { everyContract } from './every-contract.ts';

beforeAll(openHouse);
afterAll(closeHouse);

const tables: readonly Rows[] = [
  doorsOfTexts,
  doorsOfObservations,
  doorsOfPublication,
  doorsOfConsolidation,
  doorsOfRemarks,
  doorsOfIdentity,
  doorsOfLabs,
  doorsOfTables,
  doorsOfContributions,
  doorsOfProposals,
];
const rows: Rows = Object.assign({}, ...tables) as Rows;
const contracts = await everyContract();

test('every door of the API has a row in the table', () => {
  const named = tables.flatMap((table) => Object.keys(table));
  expect(named.sort()).toEqual(Object.keys(contracts).sort());
});

describe.each(Object.entries(rows))('%s', (name, { ask, may, who: allowed, repeats = [], anybody = 401 }) => {
  test.each(everybody)('%s', async (who) => {
    const player = play(who);
    const { status, code } = await send(contracts[name]?.method ?? '', await ask(player), player);
    if (allowed.includes(who)) expect(status, code).toBe(may);
    else if (repeats.includes(who)) expect(status, code).toBe(200);
    else if (who === 'passer_by' || who === 'expired') expect(status, code).toBe(anybody);
    else expect({ status, code }).toEqual({ status: 403, code: who === 'removed' ? 'removed_from_lab' : 'forbidden' });
  });
});

test('whoever wrote a proposal changes it, sends it in and takes it back; the outcomes are the consolidator’s', async () => {
  const author = play('participant');
  const id = await proposalOf('draft', author);
  const at = `${lab}/proposals/${id}`;
  const change = { path: at, body: { commandId: randomUUID(), version: 1, target: '1' } };
  expect((await send('PATCH', change, author)).status).toBe(200);
  const step = (name: string, version: number): Ask => ({
    path: `${at}/steps`,
    body: { commandId: randomUUID(), version, step: name, reason: 'Una razón' },
  });
  expect((await send('POST', step('submit', 2), author)).status).toBe(200);
  const may: Readonly<Record<string, readonly Who[]>> = {
    start_validation: ['facilitator', 'consolidator'],
    observe: ['consolidator'],
    validate: ['consolidator'],
    incorporate: ['consolidator'],
    not_incorporate: ['consolidator'],
  };
  for (const [name, who] of Object.entries(may)) {
    for (const one of members) {
      // A version nobody has: whoever may is told so, and nothing moves.
      const { code } = await send('POST', step(name, 99), play(one));
      if (who.includes(one)) expect(code, `${one} ${name}`).not.toBe('forbidden');
      else expect(code, `${one} ${name}`).toBe('forbidden');
    }
  }
  expect((await send('POST', step('withdraw', 3), author)).status).toBe(200);
});

test('only an administrator makes, changes or removes an administrator', async () => {
  const account = { name: `Cuenta ${randomUUID()}`, password: 'una clave bien larga', institution: null, actorKind: 'otro' };
  const facilitator = play('facilitator');
  const asAdmin = { path: `${lab}/people`, body: { ...account, id: randomUUID(), role: 'admin' } };
  expect((await send('POST', asAdmin, facilitator)).status).toBe(403);
  expect((await send('POST', asAdmin, play('admin'))).status).toBe(201);
  const admin = play('admin');
  const change = { path: `${lab}/people/${admin.personId}`, body: { commandId: randomUUID(), version: 1, role: 'observer' } };
  expect((await send('PATCH', change, facilitator)).status).toBe(403);
  // The name is what an account signs in with: whoever changes it locks its owner out.
  const renaming = { commandId: randomUUID(), version: 1, name: `Otro nombre ${randomUUID().slice(0, 8)}` };
  const rename = { path: `${lab}/people/${admin.personId}`, body: renaming };
  expect((await send('PATCH', rename, facilitator)).status).toBe(403);
  expect((await send('PATCH', rename, play('admin'))).status).toBe(200);
  const removal = { path: `${lab}/people/${admin.personId}`, body: { commandId: randomUUID() } };
  expect((await send('DELETE', removal, facilitator)).status).toBe(403);
  expect((await send('DELETE', removal, play('admin'))).status).toBe(204);
});

const note = 'compromiso-11.preparacion';
const rooms: Readonly<
  Record<string, { readonly writes: readonly Who[]; readonly reads: readonly Who[]; readonly refused: number }>
> = {
  'compromiso-11.borrador-2': {
    writes: ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'],
    reads: members,
    refused: 403,
  },
  'compromiso-11.borrador-3': { writes: [], reads: [], refused: 403 },
  'compromiso-11.mesa-1': { writes: ['facilitator', 'note_taker', 'participant'], reads: members, refused: 403 },
  'compromiso-11.mesa-2': { writes: ['facilitator'], reads: members, refused: 403 },
  [note]: { writes: ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'], reads: members, refused: 403 },
  'compromiso-11.propuesta-8': { writes: authors, reads: members, refused: 403 },
  'compromiso-11.no-existe': { writes: [], reads: [], refused: 404 },
};

describe.each(Object.entries(rooms))('the room %s', (documentId, { writes, reads, refused }) => {
  test.each(everybody)('%s', async (who) => {
    const { token } = play(who);
    const status = await knock(documentId, token);
    if (who === 'passer_by' || who === 'expired') return expect(status).toBe(401);
    if (!reads.includes(who)) return expect(status).toBe(refused);
    expect(status).toBe(101);
    expect(await writesInto(documentId, token ?? '')).toBe(writes.includes(who));
  });
});

/** The status with which the upgrade of a socket is answered. */
async function knock(documentId: string, token: string | null): Promise<number> {
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(`${house.server.wsUrl}/${documentId}${token === null ? '' : `?token=${token}`}`);
  return new Promise((resolve) => {
    socket.once('open', () => {
      resolve(101);
      socket.close();
    });
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.once('error', () => {});
  });
}

/** Whether what this person writes reaches somebody who reads there. */
async function writesInto(documentId: string, token: string): Promise<boolean> {
  const reader = open(house.server, documentId, { token: house.cast.person({ role: 'observer' }).token ?? '' });
  const author = open(house.server, documentId, { token });
  const witness = open(house.server, documentId, { token: house.cast.person({ role: 'facilitator' }).token ?? '' });
  const word = randomUUID();
  const mark = randomUUID();
  try {
    for (const one of [reader, author, witness]) await one.waitFor(() => one.provider.synced, 'first sync');
    const seen = (key: string): boolean => reader.doc.getMap('permissions').has(key);
    author.doc.getMap('permissions').set(word, true);
    // One frame that must be answered lies between: what the author sent was judged before.
    await answered(author);
    witness.doc.getMap('permissions').set(mark, true);
    await reader.waitFor(() => seen(mark), 'what a facilitator wrote');
    return seen(word);
  } finally {
    for (const one of [reader, author, witness]) one.close();
  }
}

/** Resolves when the server answered this client's heartbeat, and with it everything the client sent before. */
async function answered({ provider, awareness }: ReturnType<typeof open>): Promise<void> {
  const heard = new Promise<void>((resolve) => provider.ws?.addEventListener('message', () => resolve(), { once: true }));
  awareness.setLocalState(awareness.getLocalState() ?? {});
  await heard;
}
