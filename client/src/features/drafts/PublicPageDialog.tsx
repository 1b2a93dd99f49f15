// The address at which everybody reads a draft, as a code for the cameras of a room.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { ReactNode } from 'react';
import { draftPaths } from '../../app/draft-paths.ts';
import { CopyField } from '../../ui/CopyField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Qr } from '../../ui/Qr.tsx';
import styles from './draft-head.module.css';
import { useWords } from './words.ts';

interface PublicPageDialogProps {
  readonly draft: DraftDocument;
  readonly onClose: () => void;
}

export default function PublicPageDialog({ draft, onClose }: PublicPageDialogProps): ReactNode {
  const { publicPage: say } = useWords().drafts;
  const address = new URL(draftPaths.publicDraft(draft.labId, draft.draftNo), location.origin).href;
  return (
    <Dialog title={say.title} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{say.what}</p>
        <div className={styles.qr}>
          <Qr text={address} label={say.qr(draft.title)} />
        </div>
        <CopyField label={say.field} value={address} />
      </div>
    </Dialog>
  );
}
