// The documents the demonstration is born with: Borrador 1 frozen and consulted, 2 being consolidated from it, 3 waiting for its month of the
// work plan, the notes of the five sub-tables, and one free note.
import { withStableIds } from '@cocrea/shared/document/stable-ids.ts';
import { subTableNotes } from '@cocrea/shared/document/templates/sub-table-notes.ts';
import type { FlexDate } from '@cocrea/shared/domain/flex-date.ts';
import type { FoundingDocument, FoundingDraft } from '../lab-founding.ts';
import { borrador1 } from './borrador-1-compromiso-11.ts';
import { demoLabId, demoLabRecord } from './lab.ts';
import { sessionPreparation } from './session-preparation.ts';
import { demoSubTables } from './sub-tables.ts';

/** The month in which the work plan has this Borrador written. */
function plannedFor(draftNo: number): FlexDate {
  const activity = demoLabRecord.facts.activities.find(({ name }) => name.startsWith(`Redacción del Borrador ${draftNo} `));
  if (!activity) throw new Error(`the work plan has no activity for Borrador ${draftNo}`);
  return activity.planned;
}

function draft(draftNo: number, { state, text }: Pick<FoundingDraft, 'state' | 'text'>): FoundingDraft {
  return {
    kind: 'draft',
    id: `${demoLabId}.borrador-${draftNo}`,
    title: `Borrador ${draftNo}`,
    draftNo,
    state,
    opens: plannedFor(draftNo),
    participantsInvited: true,
    text,
  };
}

export const demoDocuments: readonly FoundingDocument[] = [
  draft(1, { state: 'consolidating', text: withStableIds(borrador1, 'compromiso-11.borrador-1') }),
  // Begun from the one before, by the consultation.
  draft(2, { state: 'writing', text: null }),
  draft(3, { state: 'planned', text: null }),
  ...demoSubTables.map(
    ({ id, no, theme, questions, notesDocumentId }): FoundingDocument => ({
      kind: 'sub_table_notes',
      id: notesDocumentId,
      title: `Mesa ${no}: ${theme}`,
      subTableId: id,
      text: subTableNotes({ theme, questions }),
    }),
  ),
  { kind: 'free_note', id: `${demoLabId}.preparacion`, title: 'Preparación de la sesión', text: sessionPreparation },
];
