// Doors of labs, their people and their codes.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { house, play, send, members, hosts, lab, type Rows } from './house.ts';

/** A note, a code, a person made for one ask by somebody who may. */
async function made(contract: 'note' | 'code'): Promise<string> {
  const id = randomUUID();
  const body = contract === 'note' ? { id, title: 'Una nota' } : { id, role: 'observer', subTableId: null };
  const { status } = await send(
    'POST',
    { path: `${lab}/${contract === 'note' ? 'notes' : 'join-codes'}`, body },
    play('facilitator'),
  );
  expect(status).toBe(201);
  return id;
}

export const doorsOfLabs: Rows = {
  readLab: { ask: () => ({ path: lab }), may: 200, who: members },
  listDocuments: { ask: () => ({ path: `${lab}/documents` }), may: 200, who: members },
  createNote: {
    ask: () => ({ path: `${lab}/notes`, body: { id: randomUUID(), title: 'Una nota' } }),
    may: 201,
    who: ['facilitator'],
  },
  renameNote: {
    ask: async () => ({
      path: `${lab}/notes/${await made('note')}`,
      body: { commandId: randomUUID(), title: 'Otro título', version: 1 },
    }),
    may: 200,
    who: ['facilitator'],
  },
  readChanges: { ask: () => ({ path: `${lab}/changes` }), may: 200, who: members },
  markVisit: { ask: () => ({ path: `${lab}/visits`, body: { seq: 1 } }), may: 204, who: members },
  listPeople: { ask: () => ({ path: `${lab}/people` }), may: 200, who: ['facilitator', 'consolidator', 'admin'] },
  createPerson: {
    ask: () => ({
      path: `${lab}/people`,
      body: {
        id: randomUUID(),
        name: `Cuenta ${randomUUID()}`,
        password: 'una clave bien larga',
        institution: null,
        actorKind: 'otro',
        role: 'note_taker',
      },
    }),
    may: 201,
    who: hosts,
  },
  changePerson: {
    ask: () => {
      const { personId } = house.cast.person({ role: 'observer' });
      return { path: `${lab}/people/${personId}`, body: { commandId: randomUUID(), version: 1, role: 'participant' } };
    },
    may: 200,
    who: hosts,
  },
  removePerson: {
    ask: () => {
      const { personId } = house.cast.person({ role: 'observer' });
      return { path: `${lab}/people/${personId}`, body: { commandId: randomUUID() } };
    },
    may: 204,
    who: hosts,
  },
  listJoinCodes: { ask: () => ({ path: `${lab}/join-codes` }), may: 200, who: hosts },
  createJoinCode: {
    ask: () => ({ path: `${lab}/join-codes`, body: { id: randomUUID(), role: 'observer', subTableId: null } }),
    may: 201,
    who: hosts,
  },
  closeJoinCode: {
    ask: async () => ({ path: `${lab}/join-codes/${await made('code')}`, body: { commandId: randomUUID() } }),
    may: 204,
    who: hosts,
  },
};
