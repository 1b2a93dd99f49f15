// Asks before a table is closed for good, saying what is still open: contributions nobody validated, people who are writing, a plenary
// without items.
import { newId } from '@cocrea/shared/domain/ids.ts';
import { useState, type ReactNode } from 'react';
import { refusalWords } from '../../api/refusal-words.ts';
import { useCloseTable } from '../../api/tables.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { tell } from '../../ui/Toast.tsx';
import type { ConsoleProps } from './console-props.ts';
import styles from './dialogs.module.css';
import type { TableSides } from './use-table-sides.ts';
import { useWords } from './words.ts';

interface CloseTableDialogProps extends Pick<ConsoleProps, 'place' | 'session'> {
  readonly sides: TableSides;
  readonly onClose: () => void;
}

export function CloseTableDialog({ place, session, sides, onClose }: CloseTableDialogProps): ReactNode {
  const words = useWords();
  const say = words.tables.closing;
  const close = useCloseTable(place);
  const [commandId] = useState(newId);
  const { board, typing } = sides;
  const open = board?.contributions.filter(({ state, late }) => state === 'captured' && !late).length ?? 0;
  return (
    <ConfirmDialog
      danger
      title={say.title(place.no)}
      action={say.go}
      pending={close.isPending}
      failure={refusalWords(close.error, { fields: [], words }).whole}
      onClose={onClose}
      onConfirm={() => close.mutate({ commandId, version: session.version }, { onSuccess: () => tell(say.done(place.no)) })}
    >
      <ul className={styles.list}>
        <li>{open === 0 ? say.allValidated : say.unvalidated(open)}</li>
        {board && !board.clusters.some(({ plenary }) => plenary) && <li>{say.noPlenary}</li>}
        {typing.length > 0 && <li>{say.typing(typing.length)}</li>}
      </ul>
      <p>{say.what}</p>
    </ConfirmDialog>
  );
}
