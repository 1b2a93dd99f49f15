// What still keeps the draft from being frozen, one by one, each opening where it is answered; and once nothing does, the way to freezing it.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { ReactNode } from 'react';
import { useBlockers } from '../../api/drafts.ts';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormActions } from '../../ui/Form.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './desk.module.css';
import { useWords } from './words.ts';

interface BlockedListProps {
  readonly draft: DraftDocument;
  readonly onClose: () => void;
  readonly onOpen: (folio: string) => void;
}

export function BlockedList({ draft, onClose, onOpen }: BlockedListProps): ReactNode {
  const { progress: say, toDraft } = useWords().consolidation;
  const { data } = useBlockers(draft.labId, draft.id, { wanted: true });
  const missing = data?.blockers ?? [];
  return (
    <Dialog title={missing.length === 0 ? say.ready : say.missing(missing.length)} onClose={onClose}>
      {data === undefined ? (
        <Skeleton lines={5} />
      ) : (
        <ul className={styles.list}>
          {missing.map(({ id, folio, text }) => (
            <li key={id}>
              <button type="button" className={`${styles.card} ${styles.row}`} onClick={() => onOpen(folio)}>
                <span className={styles.folio}>{folio}</span>
                <span className={styles.clamp} lang="es">
                  {text}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && missing.length === 0 && (
        <FormActions>
          <ButtonLink look="primary" href={paths.document(draft.labId, draft.id)}>
            {toDraft}
          </ButtonLink>
        </FormActions>
      )}
    </Dialog>
  );
}
