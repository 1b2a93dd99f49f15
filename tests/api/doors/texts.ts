// Doors of drafts and of the history of texts.
import { randomUUID } from 'node:crypto';
import { members, lab, plannedDraft, writtenText, type Rows } from './house.ts';

export const doorsOfTexts: Rows = {
  readBlockers: { ask: () => ({ path: `${plannedDraft}/blockers` }), may: 200, who: members },
  readFrozen: { ask: () => ({ path: `${plannedDraft}/frozen` }), may: 404, who: members },
  moveDraft: {
    ask: () => ({
      path: `${plannedDraft}/steps`,
      body: { commandId: randomUUID(), step: 'freeze', version: 0, days: null },
    }),
    may: 409,
    who: ['consolidator'],
  },
  // That one is not in consultation.
  prolongConsultation: {
    ask: () => ({
      path: `${plannedDraft}/prolongations`,
      body: { commandId: randomUUID(), version: 0, days: 7, reason: 'Hubo feriado.' },
    }),
    may: 409,
    who: ['consolidator'],
  },
  listVersions: { ask: () => ({ path: `${writtenText}/versions` }), may: 200, who: members },
  nameVersion: {
    ask: () => ({ path: `${writtenText}/versions`, body: { id: randomUUID(), name: 'Antes de la plenaria' } }),
    may: 201,
    who: ['facilitator', 'note_taker', 'consolidator'],
  },
  readMoment: { ask: () => ({ path: `${writtenText}/moments/1` }), may: 200, who: members },
  readAuthors: { ask: () => ({ path: `${writtenText}/moments/now/authors` }), may: 200, who: members },
  readGrowth: { ask: () => ({ path: `${writtenText}/growth` }), may: 200, who: members },
  listMassDeletions: { ask: () => ({ path: `${lab}/mass-deletions` }), may: 200, who: members },
  settleMassDeletion: {
    ask: () => ({
      path: `${writtenText}/mass-deletions/${randomUUID()}/settlement`,
      body: { commandId: randomUUID(), as: 'dismissed' },
    }),
    may: 404,
    who: ['facilitator', 'consolidator'],
  },
  restoreMoment: {
    ask: () => ({ path: `${writtenText}/restorations`, body: { commandId: randomUUID(), seq: 1, seen: 1 } }),
    may: 200,
    who: ['facilitator', 'consolidator'],
  },
};
