// Doors of contributions, the board and its dots.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Player } from '../../support/cast.ts';
import { play, send, members, arrangers, speakers, lab, type Rows } from './house.ts';
import { firstTable, tableOfDots } from './opened-table.ts';

const contribution = {
  question: 1,
  text: 'Un aporte.',
  language: 'es',
  way: 'phone',
  circle: null,
  onBehalfOf: null,
  writtenAt: Date.now(),
};

/** What this person contributed to the first table; somebody else, where they may not. */
async function contributed(player: Player): Promise<string> {
  const id = randomUUID();
  const asked = { path: `${lab}/tables/${await firstTable()}/contributions`, body: { id, ...contribution } };
  if ((await send('POST', asked, player)).status !== 201)
    expect((await send('POST', asked, play('facilitator'))).status).toBe(201);
  return id;
}

export const doorsOfContributions: Rows = {
  sendContribution: {
    ask: async () => ({
      path: `${lab}/tables/${await firstTable()}/contributions`,
      body: { id: randomUUID(), ...contribution },
    }),
    may: 201,
    who: speakers,
  },
  editContribution: {
    ask: async (player) => ({
      path: `${lab}/tables/1/contributions/${await contributed(player)}`,
      body: { commandId: randomUUID(), version: 1, text: 'Otras palabras.', language: 'es', onBehalfOf: null },
    }),
    may: 200,
    who: speakers,
  },
  withdrawContribution: {
    ask: async (player) => ({
      path: `${lab}/tables/1/contributions/${await contributed(player)}/withdrawal`,
      body: { commandId: randomUUID(), version: 1 },
    }),
    may: 200,
    who: speakers,
  },
  restoreContribution: {
    ask: async (player) => {
      const path = `${lab}/tables/1/contributions/${await contributed(player)}`;
      await send('POST', { path: `${path}/withdrawal`, body: { commandId: randomUUID(), version: 1 } }, player);
      return { path: `${path}/return`, body: { commandId: randomUUID(), version: 2 } };
    },
    may: 200,
    who: speakers,
  },
  readMine: { ask: () => ({ path: `${lab}/tables/1/mine` }), may: 200, who: members },
  readBoard: { ask: () => ({ path: `${lab}/tables/1/board` }), may: 200, who: members },
  groupClusters: {
    ask: async () => {
      const clusters = [await contributed(play('facilitator')), await contributed(play('facilitator'))].map((id) => ({
        id,
        version: 1,
      }));
      return { path: `${lab}/tables/1/clusters`, body: { commandId: randomUUID(), clusters } };
    },
    may: 200,
    who: arrangers,
  },
  ungroupCluster: {
    ask: async () => ({
      path: `${lab}/tables/1/clusters/${await contributed(play('facilitator'))}/ungrouping`,
      body: { commandId: randomUUID(), version: 1, contributions: null },
    }),
    may: 200,
    who: arrangers,
  },
  changeCluster: {
    ask: async () => ({
      path: `${lab}/tables/1/clusters/${await contributed(play('facilitator'))}`,
      body: { commandId: randomUUID(), version: 1, agreement: 'agree' },
    }),
    may: 200,
    who: arrangers,
  },
  validateCluster: {
    ask: async () => {
      const id = await contributed(play('facilitator'));
      const heard = { version: 1, validated: true, contributions: [{ id, version: 1 }] };
      return { path: `${lab}/tables/1/clusters/${id}/validation`, body: { commandId: randomUUID(), ...heard } };
    },
    may: 200,
    who: arrangers,
  },
  markContribution: {
    ask: async () => ({
      path: `${lab}/tables/1/contributions/${await contributed(play('facilitator'))}/marks`,
      body: { commandId: randomUUID(), mark: 'norm', on: true },
    }),
    may: 200,
    who: arrangers,
  },
  admitContribution: {
    ask: async () => ({
      path: `${lab}/tables/1/contributions/${await contributed(play('facilitator'))}/admission`,
      body: { commandId: randomUUID() },
    }),
    may: 200,
    who: arrangers,
  },
  readBallots: { ask: () => ({ path: `${lab}/tables/1/ballots` }), may: 200, who: members },
  // At a table of dots; those who sit at table 1 have no voice there.
  castBallot: {
    ask: async () => ({
      path: `${lab}/tables/${await tableOfDots()}/ballots/mine`,
      body: { commandId: randomUUID(), dots: {} },
    }),
    may: 200,
    who: ['facilitator', 'civil_org', 'consolidator'],
  },
  countBallot: {
    ask: async () => ({
      path: `${lab}/tables/${await tableOfDots()}/ballots/counted`,
      body: { commandId: randomUUID(), id: randomUUID(), label: 'Mano alzada', people: 3, dots: {} },
    }),
    may: 200,
    who: ['facilitator'],
  },
  removeCountedBallot: {
    ask: async () => ({
      path: `${lab}/tables/${await tableOfDots()}/ballots/counted/${randomUUID()}`,
      body: { commandId: randomUUID() },
    }),
    may: 404,
    who: ['facilitator'],
  },
};
