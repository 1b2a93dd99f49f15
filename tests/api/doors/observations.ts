// Doors of observations and of their answers.
import { randomUUID } from 'node:crypto';
import { members, lab, consultedDraft, type Rows } from './house.ts';
import { observed } from './observed.ts';

export const doorsOfObservations: Rows = {
  listObservations: { ask: () => ({ path: `${consultedDraft}/observations` }), may: 200, who: members },
  listMyObservations: { ask: () => ({ path: `${lab}/observations/mine` }), may: 200, who: members },
  sendObservation: {
    ask: () => ({
      path: `${consultedDraft}/observations`,
      body: {
        ...{ id: randomUUID(), blockId: 'x', quote: 'Meta o etapa', quoteFrom: 0, quoteTo: 12, kind: 'form', proposedText: null },
        ...{ justification: 'Se entiende mejor.', onBehalfOf: null, showName: false, writtenAt: 0 },
      },
    }),
    may: 201,
    who: ['facilitator', 'note_taker', 'participant', 'civil_org'],
  },
  importObservations: {
    ask: () => ({
      path: `${consultedDraft}/observation-imports`,
      body: { commandId: randomUUID(), file: Buffer.from('cita;tipo;observacion;en_nombre_de').toString('base64'), dryRun: true },
    }),
    may: 200,
    who: ['consolidator'],
  },
  markAnalysing: {
    ask: async () => ({
      path: `${lab}/observations/${await observed()}/analysis`,
      body: { commandId: randomUUID(), version: 1 },
    }),
    may: 200,
    who: ['consolidator'],
  },
  answerObservations: {
    ask: async () => ({
      path: `${lab}/observation-answers`,
      body: {
        ...{ commandId: randomUUID(), observations: [{ id: await observed(), version: 1 }], disposition: 'not_accepted' },
        ...{ duplicateOf: null, response: 'No cabe.', destinations: [] },
      },
    }),
    may: 200,
    who: ['consolidator'],
  },
  groupObservations: {
    ask: async () => ({
      path: `${lab}/observation-groups`,
      body: { id: randomUUID(), observationIds: [await observed(), await observed()] },
    }),
    may: 200,
    who: ['consolidator'],
  },
  ungroupObservations: {
    ask: () => ({
      path: `${lab}/observation-groups/${randomUUID()}/ungroup`,
      body: { commandId: randomUUID(), observationIds: null },
    }),
    may: 200,
    who: ['consolidator'],
  },
  stateSatisfaction: {
    ask: async ({ token }) => ({
      path: `${lab}/observations/${await observed(token)}/satisfaction`,
      body: { commandId: randomUUID(), version: 1, satisfaction: 'satisfied', reason: null },
    }),
    // Nobody answered it yet.
    may: 409,
    who: ['facilitator', 'note_taker', 'participant', 'civil_org'],
  },
  listReplyTemplates: { ask: () => ({ path: `${lab}/reply-templates` }), may: 200, who: ['consolidator'] },
  putReplyTemplate: {
    ask: () => ({
      path: `${lab}/reply-templates`,
      body: { commandId: randomUUID(), id: randomUUID(), title: 'Gracias', text: 'Se lo agradecemos.', removed: false },
    }),
    may: 200,
    who: ['consolidator'],
  },
};
