// The page of a Borrador: its text, and everything that is done around it.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { useMemo, type ReactNode } from 'react';
import DocumentPage from '../../editor/DocumentPage.tsx';
import { DraftHead } from './DraftHead.tsx';
import { MassDeletionBanners } from '../history/MassDeletionBanners.tsx';
import { joinExtras } from '../../editor/join-extras.ts';
import { useSuggesting } from '../suggestions/use-suggesting.tsx';
import { useDraftExtras } from './use-draft-extras.ts';

export default function DraftPage({ draft }: { readonly draft: DraftDocument }): ReactNode {
  const around = useDraftExtras(draft);
  const { textId, extras: suggesting } = useSuggesting(draft);
  // What belongs to the draft's own text stays away from a fork of it.
  const extras = useMemo(
    () => (textId === undefined ? joinExtras([around, suggesting]) : suggesting),
    [textId, around, suggesting],
  );
  return (
    <DocumentPage
      labId={draft.labId}
      documentId={draft.id}
      textId={textId}
      extras={extras}
      head={
        <>
          <DraftHead draft={draft} />
          <MassDeletionBanners labId={draft.labId} documents={[draft]} />
        </>
      }
    />
  );
}
