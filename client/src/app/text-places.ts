// At which addresses texts are read and written: the prose of a proposal stands on the page of that proposal.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { paths } from './paths.ts';

/** Where this document is. */
export function placeOf(lab: string, { id, kind }: Pick<LabDocument, 'id' | 'kind'>): string {
  return kind === 'proposal' ? paths.proposal(lab, id) : paths.document(lab, id);
}

/** Is a text open at this address, whose words may be on their way? */
export function holdsText(lab: string, path: string): boolean {
  return path.startsWith(paths.document(lab, '')) || path.startsWith(paths.proposal(lab, ''));
}
