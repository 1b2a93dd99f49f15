// Doors of tables.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { house, play, send, members, conductors, lab, type Rows } from './house.ts';
import { openedTable, opening } from './opened-table.ts';

export const doorsOfTables: Rows = {
  listTables: { ask: () => ({ path: `${lab}/tables` }), may: 200, who: members },
  openTable: {
    ask: () => ({ path: `${lab}/tables/${house.cast.table()}/session`, body: { commandId: randomUUID(), ...opening } }),
    may: 201,
    who: conductors,
  },
  movePhase: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/phase`,
      body: { commandId: randomUUID(), version: 1, phase: 'q1' },
    }),
    may: 200,
    who: conductors,
  },
  changeTableClock: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/clock`,
      body: { commandId: randomUUID(), version: 1, change: 'start', minutes: 5 },
    }),
    may: 200,
    who: conductors,
  },
  glanceAtTables: { ask: () => ({ path: `${lab}/tables-at-a-glance` }), may: 200, who: members },
  readTableDoor: { ask: () => ({ path: `${lab}/tables/1/door` }), may: 200, who: [...conductors, 'note_taker'] },
  readTablePeople: { ask: () => ({ path: `${lab}/tables/1/people` }), may: 200, who: [...conductors, 'note_taker'] },
  handOverTable: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/facilitator`,
      body: { commandId: randomUUID(), version: 1, personId: play('consolidator').personId },
    }),
    may: 200,
    who: conductors,
  },
  changeTable: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/settings`,
      body: { commandId: randomUUID(), version: 1, noteTakerId: null, seats: 20 },
    }),
    may: 200,
    who: conductors,
  },
  changeQuestions: {
    ask: () => {
      const { no, questions } = house.cast.tableWithQuestions();
      return {
        path: `${lab}/tables/${no}/questions`,
        body: { commandId: randomUUID(), basedOn: questions, questions: [...questions].reverse() },
      };
    },
    may: 200,
    who: conductors,
  },
  closeTable: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/close`,
      body: { commandId: randomUUID(), version: 1 },
    }),
    may: 200,
    who: conductors,
  },
  seatOnPaper: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/paper`,
      body: { id: randomUUID(), name: 'Alguien sin teléfono', institution: null, actorKind: 'ciudadania' },
    }),
    may: 201,
    who: conductors,
  },
  removeFromPaper: {
    ask: async () => {
      const [no, id] = [await openedTable(), randomUUID()];
      const body = { id, name: 'Alguien sin teléfono', institution: null, actorKind: 'ciudadania' };
      expect((await send('POST', { path: `${lab}/tables/${no}/paper`, body }, play('facilitator'))).status).toBe(201);
      return { path: `${lab}/tables/${no}/paper/${id}`, body: { commandId: randomUUID() } };
    },
    may: 204,
    who: conductors,
  },
  arrangeCircles: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/circles`,
      body: { commandId: randomUUID(), places: [] },
    }),
    may: 200,
    who: conductors,
  },
};
