// A lab at the beginning of its drafts, whatever the demonstration stands at: Borrador 1 being written, 2 and 3 to come.
import { borrador } from '@cocrea/shared/document/templates/borrador.ts';
import { paragraph } from '@cocrea/shared/document/templates/builder.ts';
import type { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import { foundLab } from '@cocrea/server/src/labs/found-lab.ts';
import type { FoundingDraft, LabFounding } from '@cocrea/server/src/labs/lab-founding.ts';
import { demoLab as demonstration } from '@cocrea/server/src/labs/demo/demo-lab.ts';
import { openStore } from '@cocrea/server/src/open-store.ts';
import { databaseFor, temporaryFolder } from './server.ts';

export const draftsLab = 'lab-de-borradores';
export const drafts = {
  first: `${draftsLab}.borrador-1`,
  second: `${draftsLab}.borrador-2`,
  third: `${draftsLab}.borrador-3`,
} as const;
/** What stands in the first draft, a paragraph each. */
export const saidInFirst = [
  'Los trámites se hacen en el idioma de quien los pide: Kʼicheʼ, español.',
  'Nadie entrega dos veces el mismo papel.',
];

const draft = (draftNo: number, state: DraftState): FoundingDraft => ({
  kind: 'draft',
  id: `${draftsLab}.borrador-${draftNo}`,
  title: `Borrador ${draftNo}`,
  text:
    state === 'planned'
      ? null
      : borrador({ draftNo, title: 'Estrategia de ensayo', text: { presentation: saidInFirst.map((said) => paragraph(said)) } }),
  draftNo,
  state,
  opens: { text: '', kind: 'none' },
  participantsInvited: true,
});

const founding: LabFounding = {
  commandId: '0d0d0d0d-0000-4000-8000-000000000000',
  lab: { ...demonstration.lab, id: draftsLab, name: 'Ensayo de borradores', demo: false },
  subTables: [
    { id: `${draftsLab}.submesa-1`, no: 1, theme: 'Datos', questions: ['¿Qué?', '¿Y?'], notesDocumentId: `${draftsLab}.mesa-1` },
  ],
  people: [],
  documents: [
    draft(1, 'writing'),
    draft(2, 'planned'),
    draft(3, 'planned'),
    {
      kind: 'sub_table_notes',
      id: `${draftsLab}.mesa-1`,
      title: 'Mesa 1: Datos',
      text: borrador({ draftNo: 0, title: 'Notas', text: {} }),
      subTableId: `${draftsLab}.submesa-1`,
    },
  ],
  joinCodes: [],
  tables: [],
  proposals: [],
  merges: [],
  consultation: null,
};

/** A temporary data folder with the demonstration and, beside it, this lab. */
export async function folderWithDrafts(): Promise<string> {
  const dataDir = temporaryFolder();
  const storage = await openStore({ dataDir, databaseUrl: await databaseFor(dataDir) });
  try {
    const ledger = { records: storage.records, database: storage.database, now: Date.now };
    for (const each of [demonstration, founding]) await foundLab(ledger, { founding: each, at: Date.now(), withCodes: true });
  } finally {
    await storage.close();
  }
  return dataDir;
}
