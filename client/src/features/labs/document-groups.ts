// A lab's documents as every list of them shows them: drafts by number, notes by sub-table, free notes in the order they were made.
// Never by what changed last: a list one is about to touch must not move.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';

type OfKind<Kind extends LabDocument['kind']> = Extract<LabDocument, { kind: Kind }>;

export interface DocumentGroups {
  readonly drafts: readonly OfKind<'draft'>[];
  readonly subTableNotes: readonly OfKind<'sub_table_notes'>[];
  readonly freeNotes: readonly OfKind<'free_note'>[];
}

export function groupDocuments(documents: readonly LabDocument[], subTables: readonly SubTable[]): DocumentGroups {
  const noOf = (subTableId: string): number => subTables.find(({ id }) => id === subTableId)?.no ?? 0;
  return {
    drafts: documents.filter((one) => one.kind === 'draft').sort((a, b) => a.draftNo - b.draftNo),
    subTableNotes: documents
      .filter((one) => one.kind === 'sub_table_notes')
      .sort((a, b) => noOf(a.subTableId) - noOf(b.subTableId)),
    freeNotes: documents.filter((one) => one.kind === 'free_note').sort((a, b) => a.createdAt - b.createdAt),
  };
}
