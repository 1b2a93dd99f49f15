// A lab with one document of every kind and state, founded in a data folder before a server opens it: what the policy is tried on.
import type { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import { freeNote } from '@cocrea/shared/document/templates/free-note.ts';
import { demoLab } from '@cocrea/server/src/labs/demo/demo-lab.ts';
import { foundLab } from '@cocrea/server/src/labs/found-lab.ts';
import type { FoundingDraft, FoundingProposal, LabFounding } from '@cocrea/server/src/labs/lab-founding.ts';
import type { ProposalStep } from '@cocrea/shared/domain/proposal.ts';
import { openStore } from '@cocrea/server/src/open-store.ts';
import { databaseFor, temporaryFolder } from '../support/server.ts';

export const rehearsalLab = 'lab-de-ensayo';
const none = { text: '', kind: 'none' } as const;

export const rooms = {
  invitedDraft: 'ensayo.borrador-1',
  closedDraft: 'ensayo.borrador-2',
  frozenDraft: 'ensayo.borrador-3',
  plannedDraft: 'ensayo.borrador-4',
  firstTable: 'ensayo.mesa-1',
  secondTable: 'ensayo.mesa-2',
  freeNote: 'ensayo.nota',
  proposal: 'ensayo.propuesta-1',
  submittedProposal: 'ensayo.propuesta-2',
  observedProposal: 'ensayo.propuesta-3',
  mergedProposal: 'ensayo.propuesta-4',
} as const;
/** One code for the whole lab, one for a participant's and one for a note-taker's seat at the first table. */
export const codes = { lab: 'ENTRA3', firstTable: 'MESA34', noteTaker: 'NNTA77', closed: 'CERRA4' } as const;

const draft = (draftNo: number, state: DraftState, participantsInvited: boolean): FoundingDraft => ({
  kind: 'draft',
  id: `ensayo.borrador-${draftNo}`,
  title: `Borrador ${draftNo}`,
  text: state === 'planned' ? null : freeNote(),
  draftNo,
  state,
  opens: none,
  participantsInvited,
});
const notes = (no: number) =>
  ({
    kind: 'sub_table_notes',
    id: `ensayo.mesa-${no}`,
    title: `Mesa ${no}`,
    text: freeNote(),
    subTableId: `mesa-${no}`,
  }) as const;
const subTable = (no: number) => ({
  id: `mesa-${no}`,
  no,
  theme: `Tema ${no}`,
  questions: ['¿Qué?'],
  notesDocumentId: `ensayo.mesa-${no}`,
});
const code = (no: number, text: string, role: 'participant' | 'note_taker', subTableId: string | null) =>
  ({ id: `0e0e0e0e-0000-4000-8000-00000000000${no}`, code: text, role, subTableId }) as const;

const somebody = '0e0e0e0e-0000-4000-8000-00000000000a';
const proposal = (id: string, ...steps: ProposalStep[]): FoundingProposal => ({
  id,
  title: 'Propuesta',
  text: {},
  fields: { typology: null, indicator: '', baseline: '', target: '', date: null, responsible: null },
  authorIds: [somebody],
  sourceIds: [],
  endorsements: [],
  steps: steps.map((step) => ({ step, personId: somebody })),
});

const founding: LabFounding = {
  commandId: '0e0e0e0e-0000-4000-8000-000000000000',
  lab: {
    id: rehearsalLab,
    name: 'Ensayo',
    demo: false,
    facts: {
      commitmentNo: 0,
      title: '',
      problem: '',
      commitment: '',
      contribution: '',
      ogpRelevance: '',
      additional: '',
      start: none,
      end: none,
      coordinator: '',
      otherActors: '',
      institutions: [],
      milestones: [],
      activities: [],
    },
  },
  subTables: [subTable(1), subTable(2)],
  people: [],
  documents: [
    draft(1, 'writing', true),
    draft(2, 'writing', false),
    draft(3, 'frozen', true),
    draft(4, 'planned', true),
    notes(1),
    notes(2),
    { kind: 'free_note', id: rooms.freeNote, title: 'Nota', text: freeNote() },
  ],
  joinCodes: [
    code(1, codes.lab, 'participant', null),
    code(2, codes.firstTable, 'participant', 'mesa-1'),
    code(3, codes.noteTaker, 'note_taker', 'mesa-1'),
    code(4, codes.closed, 'participant', null),
  ],
  tables: [],
  proposals: [
    proposal(rooms.proposal),
    proposal(rooms.submittedProposal, 'submit'),
    proposal(rooms.observedProposal, 'submit', 'observe'),
    proposal(rooms.mergedProposal),
  ],
  consultation: null,
  merges: [
    { id: '0e0e0e0e-0000-4000-8000-00000000000b', personId: somebody, from: [rooms.mergedProposal], into: rooms.proposal },
  ],
};

/** A temporary data folder with the demonstration and, beside it, the lab of rehearsal. */
export async function foundedFolder(): Promise<string> {
  const dataDir = temporaryFolder();
  const storage = await openStore({ dataDir, databaseUrl: await databaseFor(dataDir) });
  try {
    const ledger = { records: storage.records, database: storage.database, now: Date.now };
    for (const each of [demoLab, founding]) await foundLab(ledger, { founding: each, at: Date.now(), withCodes: true });
  } finally {
    await storage.close();
  }
  return dataDir;
}
