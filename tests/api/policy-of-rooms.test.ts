// Documents in states the demonstration does not have, and seats at its tables: everybody opens each through a real socket, and the greeting
// says what they may. Written by hand, as permissions.test.ts, which shows that words of a reader have no effect.
import { createDecoder, readVarUint } from 'lib0/decoding';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { readHello } from '@cocrea/shared/protocol/hello.ts';
import { messageType, SUBPROTOCOL } from '@cocrea/shared/protocol/message-type.ts';
import { Cast, type Part } from '../support/cast.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { foundedFolder, rehearsalLab as lab, rooms } from './rehearsal-lab.ts';

const actors = {
  facilitator: { lab, role: 'facilitator' },
  note_taker: { lab, role: 'note_taker' },
  participant: { lab, role: 'participant' },
  civil_org: { lab, role: 'civil_org' },
  observer: { lab, role: 'observer' },
  consolidator: { lab, role: 'consolidator' },
  admin: { lab, role: 'admin' },
  seatedParticipant: { lab, role: 'participant', subTableId: 'mesa-1' },
  seatedNoteTaker: { lab, role: 'note_taker', subTableId: 'mesa-1' },
  passerBy: null,
  stranger: { lab: demoLab, role: 'facilitator' },
  removed: { lab, role: 'facilitator', removed: true },
} as const satisfies Record<string, Part | null>;
type ActorName = keyof typeof actors;
const names = Object.keys(actors) as ActorName[];

let server: RunningServer;
let cast: Cast;

beforeAll(async () => {
  server = await startServer({ dataDir: await foundedFolder() });
  cast = new Cast(server);
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

/** `write` or `read` as the server greets, else status and code of the refusal. */
type Outcome = string;

const outside = { passerBy: '401 unauthenticated', stranger: '403 forbidden', removed: '403 removed_from_lab' };
const writtenByAll = {
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
};
const readByAll = {
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
};
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
  [rooms.proposal]: writtenByAll,
  [rooms.submittedProposal]: readByAll,
  [rooms.observedProposal]: writtenByAll,
  [rooms.mergedProposal]: readByAll,
  'nada.de-nada': {
    ...(Object.fromEntries(names.map((name) => [name, '404 document_not_found'])) as Record<ActorName, Outcome>),
    passerBy: '401 unauthenticated',
  },
};

test('every kind of room is in the table', () => {
  expect(Object.keys(expected)).toEqual(expect.arrayContaining(Object.values(rooms)));
});

describe.each(Object.entries(expected))('%s', (documentId, table) => {
  test.each(names)('%s', async (who) => {
    const part = actors[who];
    const token = part === null ? null : cast.person(part).token;
    expect(await openWith(token, documentId)).toBe(table[who]);
  });
});

/** What the server makes of somebody who knocks at the room. */
async function openWith(token: string | null, documentId: string): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  const socket = new WebSocket(`${server.wsUrl}/${documentId}${token === null ? '' : `?token=${token}`}`, [SUBPROTOCOL]);
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
