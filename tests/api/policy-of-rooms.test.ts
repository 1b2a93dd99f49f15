// Everybody opens every kind of document through a real socket. Who may write, who may read and who is refused is written here by hand;
// that a reader's words have no effect is the engine's own promise and tested there.
import { createDecoder, readVarUint } from 'lib0/decoding';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { readHello } from '@cocrea/shared/protocol/hello.ts';
import { messageType, SUBPROTOCOL } from '@cocrea/shared/protocol/message-type.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import type { As } from './ask.ts';
import { actors, castOf, type ActorName, type Cast } from './cast.ts';
import { foundedFolder, rooms } from './rehearsal-lab.ts';

let server: RunningServer;
let cast: Cast;

beforeAll(async () => {
  server = await startServer({ dataDir: await foundedFolder() });
  cast = await castOf(server);
});
afterAll(async () => server[Symbol.asyncDispose]());

/** `write` or `read` as the server greets, else the code of the refusal. */
type Outcome = 'write' | 'read' | string;

const outside = { passerBy: '401 unauthenticated', stranger: '403 forbidden', removed: '403 removed_from_lab' };
const expected: Readonly<Record<string, Readonly<Record<ActorName, Outcome>>>> = {
  [rooms.invitedDraft]: {
    facilitator: 'write',
    note_taker: 'write',
    participant: 'write',
    civil_org: 'write',
    observer: 'read',
    consolidator: 'write',
    admin: 'read',
    seatedParticipant: 'write',
    seatedNoteTaker: 'write',
    ...outside,
  },
  [rooms.closedDraft]: {
    facilitator: 'write',
    note_taker: 'write',
    participant: 'read',
    civil_org: 'write',
    observer: 'read',
    consolidator: 'write',
    admin: 'read',
    seatedParticipant: 'read',
    seatedNoteTaker: 'write',
    ...outside,
  },
  [rooms.frozenDraft]: {
    facilitator: 'read',
    note_taker: 'read',
    participant: 'read',
    civil_org: 'read',
    observer: 'read',
    consolidator: 'read',
    admin: 'read',
    seatedParticipant: 'read',
    seatedNoteTaker: 'read',
    ...outside,
  },
  [rooms.plannedDraft]: {
    facilitator: '403 document_not_open',
    note_taker: '403 document_not_open',
    participant: '403 document_not_open',
    civil_org: '403 document_not_open',
    observer: '403 document_not_open',
    consolidator: '403 document_not_open',
    admin: '403 document_not_open',
    seatedParticipant: '403 document_not_open',
    seatedNoteTaker: '403 document_not_open',
    ...outside,
  },
  [rooms.firstTable]: {
    facilitator: 'write',
    note_taker: 'write',
    participant: 'read',
    civil_org: 'read',
    observer: 'read',
    consolidator: 'read',
    admin: 'read',
    seatedParticipant: 'write',
    seatedNoteTaker: 'write',
    ...outside,
  },
  [rooms.secondTable]: {
    facilitator: 'write',
    note_taker: 'write',
    participant: 'read',
    civil_org: 'read',
    observer: 'read',
    consolidator: 'read',
    admin: 'read',
    seatedParticipant: 'read',
    seatedNoteTaker: 'read',
    ...outside,
  },
  [rooms.freeNote]: {
    facilitator: 'write',
    note_taker: 'write',
    participant: 'write',
    civil_org: 'write',
    observer: 'read',
    consolidator: 'write',
    admin: 'read',
    seatedParticipant: 'write',
    seatedNoteTaker: 'write',
    ...outside,
  },
  'nada.de-nada': {
    ...(Object.fromEntries(actors.map((name) => [name, '404 document_not_found'])) as Record<ActorName, Outcome>),
    passerBy: '401 unauthenticated',
  },
};

test('every kind of room is in the table', () => {
  expect(Object.keys(expected)).toEqual(expect.arrayContaining(Object.values(rooms)));
});

describe.each(Object.entries(expected))('%s', (documentId, table) => {
  test.each(actors)('%s', async (who) => {
    expect(await openAs(cast[who], documentId)).toBe(table[who]);
  });
});

/** Knocks at the room as a browser (cookie) or a program (token) does, and tells what the server made of it. */
async function openAs(as: As, documentId: string): Promise<Outcome> {
  const token = as['authorization']?.replace('Bearer ', '');
  const address = `${server.wsUrl}/${documentId}${token === undefined ? '' : `?token=${token}`}`;
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  const socket = new WebSocket(address, [SUBPROTOCOL], { headers: as['cookie'] === undefined ? {} : { cookie: as['cookie'] } });
  socket.on('unexpected-response', (_request, response) => {
    response.setEncoding('utf8');
    let body = '';
    response.on('data', (chunk: string) => (body += chunk));
    response.on('end', () => {
      const { error } = JSON.parse(body) as { error: { code: string; message: string } };
      if (error.message === '' || error.message === error.code) reject(new Error(`${error.code} comes without a sentence`));
      resolve(`${response.statusCode} ${error.code}`);
    });
  });
  socket.on('message', (data: Buffer) => {
    const decoder = createDecoder(new Uint8Array(data));
    if (readVarUint(decoder) === messageType.hello) resolve(readHello(decoder).role);
  });
  socket.on('close', (code) => resolve(`closed ${code}`));
  socket.on('error', reject);
  try {
    return await promise;
  } finally {
    socket.removeAllListeners('error').on('error', () => undefined);
    socket.terminate();
  }
}
