// Doors of the desk of consolidation.
import { randomUUID } from 'node:crypto';
import { members, lab, consultedDraft, writtenDraft, type Rows } from './house.ts';
import { observed } from './observed.ts';

export const doorsOfConsolidation: Rows = {
  readDesk: { ask: () => ({ path: `${writtenDraft}/desk` }), may: 200, who: ['consolidator'] },
  listOrigins: { ask: () => ({ path: `${writtenDraft}/origins` }), may: 200, who: members },
  readUnexplained: { ask: () => ({ path: `${writtenDraft}/unexplained` }), may: 200, who: members },
  incorporate: {
    ask: async () => ({
      path: `${writtenDraft}/incorporations`,
      body: {
        ...{ commandId: randomUUID(), sources: [{ kind: 'observation', id: await observed() }] },
        ...{ blockId: 'nead50000001', placement: 'link', text: '' },
      },
    }),
    may: 200,
    who: ['consolidator'],
  },
  declareEdit: {
    ask: () => ({
      path: `${writtenDraft}/declared-edits`,
      body: { commandId: randomUUID(), blockIds: ['nobody'], reason: 'Se pidió en la plenaria.' },
    }),
    may: 409,
    who: ['consolidator'],
  },
  removeOrigin: {
    ask: () => ({ path: `${lab}/origins/${randomUUID()}/removal`, body: { commandId: randomUUID() } }),
    may: 404,
    who: ['consolidator'],
  },
  settleContributions: {
    ask: () => ({
      path: `${lab}/contribution-outcomes`,
      body: { commandId: randomUUID(), contributionIds: [randomUUID()], reason: 'Ya está dicho.' },
    }),
    may: 404,
    who: ['consolidator'],
  },
  sendLateWriting: {
    ask: () => ({
      path: `${consultedDraft}/late-writings`,
      body: { id: randomUUID(), blockId: null, before: '', text: 'Escrito sin señal.', writtenAt: 0 },
    }),
    may: 201,
    who: ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'],
  },
  settleLateWriting: {
    ask: () => ({
      path: `${lab}/late-writings/${randomUUID()}/outcome`,
      body: { commandId: randomUUID(), version: 1, reason: 'Ya está dicho.' },
    }),
    may: 404,
    who: ['consolidator'],
  },
};
