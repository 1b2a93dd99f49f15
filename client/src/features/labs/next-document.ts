// Which document to offer first: the one last open here, the notes of one's own sub-table, or the draft that is open.
import { isOpenToRead, isOpenToWrite, type LabDocument } from '@cocrea/shared/domain/document.ts';

interface Place {
  readonly documents: readonly LabDocument[];
  readonly subTableId: string | null;
  /** Id of the document this person had open last on this device. */
  readonly last: string | null;
}

export interface NextDocument {
  readonly document: LabDocument;
  readonly because: 'last' | 'own_table' | 'open_draft' | 'readable';
}

/** Null where nothing is open. */
export function nextDocument({ documents, subTableId, last }: Place): NextDocument | null {
  // A proposal is reached through the portfolio, where what it lacks is seen first.
  const readable = documents.filter((one) => one.kind !== 'proposal' && isOpenToRead(one));
  const before = readable.find(({ id }) => id === last);
  if (before) return { document: before, because: 'last' };
  const own = readable.find((one) => one.kind === 'sub_table_notes' && one.subTableId === subTableId);
  if (own) return { document: own, because: 'own_table' };
  const drafts = readable.filter((one) => one.kind === 'draft').sort((a, b) => b.draftNo - a.draftNo);
  const open = drafts.find(isOpenToWrite);
  if (open) return { document: open, because: 'open_draft' };
  const any = drafts[0] ?? readable[0];
  return any ? { document: any, because: 'readable' } : null;
}
