// The page of a Borrador: its text, and everything that is done around it.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { ReactNode } from 'react';
import DocumentPage from '../../editor/DocumentPage.tsx';
import { useDraftExtras } from './use-draft-extras.ts';

export default function DraftPage({ draft }: { readonly draft: DraftDocument }): ReactNode {
  const { textId, extras } = useDraftExtras(draft);
  return <DocumentPage labId={draft.labId} documentId={draft.id} textId={textId} extras={extras} />;
}
