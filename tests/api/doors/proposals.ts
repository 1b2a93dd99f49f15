// Doors of proposals.
import { randomUUID } from 'node:crypto';
import { house, play, members, lab, authors, editors, type Rows } from './house.ts';
import { mergeMade, proposalOf } from './proposal-of.ts';

export const doorsOfProposals: Rows = {
  listProposals: { ask: () => ({ path: `${lab}/proposals` }), may: 200, who: members },
  readProposal: { ask: () => ({ path: `${lab}/proposals/compromiso-11.propuesta-1` }), may: 200, who: members },
  createProposal: {
    ask: () => ({ path: `${lab}/proposals`, body: { id: randomUUID(), title: 'Una propuesta', sources: [], text: {} } }),
    may: 201,
    who: authors,
  },
  changeProposal: {
    ask: async () => ({
      path: `${lab}/proposals/${await proposalOf()}`,
      body: { commandId: randomUUID(), version: 1, target: '1' },
    }),
    may: 200,
    who: editors,
  },
  moveProposal: {
    ask: async () => ({
      path: `${lab}/proposals/${await proposalOf()}/steps`,
      body: { commandId: randomUUID(), version: 1, step: 'submit' },
    }),
    may: 200,
    who: editors,
  },
  endorseProposal: {
    ask: async () => ({
      path: `${lab}/proposals/${await proposalOf('submitted')}/endorsement`,
      body: { commandId: randomUUID(), institution: 'Una institución' },
    }),
    may: 200,
    who: authors,
  },
  withdrawEndorsement: {
    ask: async () => ({
      path: `${lab}/proposals/${await proposalOf('submitted')}/endorsement`,
      body: { commandId: randomUUID() },
    }),
    may: 200,
    who: authors,
  },
  mergeProposals: {
    ask: async () => ({
      path: `${lab}/proposal-merges`,
      body: {
        id: randomUUID(),
        title: 'Las dos',
        from: [
          { id: await proposalOf(), version: 1 },
          { id: await proposalOf(), version: 1 },
        ],
      },
    }),
    may: 201,
    who: editors,
  },
  splitProposal: {
    ask: async () => ({
      path: `${lab}/proposals/${await proposalOf()}/splits`,
      body: {
        commandId: randomUUID(),
        version: 1,
        into: [
          { id: randomUUID(), title: 'Una' },
          { id: randomUUID(), title: 'Otra' },
        ],
      },
    }),
    may: 200,
    who: editors,
  },
  undoLineage: {
    ask: async () => ({ path: `${lab}/proposal-lineages/${await mergeMade()}/undo`, body: { commandId: randomUUID() } }),
    may: 204,
    who: editors,
  },
  listDestinations: { ask: () => ({ path: `${lab}/proposal-destinations` }), may: 200, who: ['consolidator'] },
  changeGate: {
    ask: async () => {
      const answer = await fetch(`${house.server.url}${lab}/proposals`, {
        headers: { authorization: `Bearer ${play('observer').token ?? ''}` },
      });
      const { gate } = (await answer.json()) as { gate: { version: number } };
      const kinds = ['ciudadania', 'ong', 'sector_publico', 'academia', 'privado'];
      return { path: `${lab}/proposal-gate`, body: { commandId: randomUUID(), version: gate.version, kinds, threshold: 5 } };
    },
    may: 200,
    who: ['facilitator', 'consolidator'],
  },
};
