// Closes a table, after saying what is still open: contributions nobody validated, people who are writing, a plenary without items.
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { TableSession } from '@cocrea/shared/domain/table-session.ts';
import { Lock } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { refusalWords } from '../../api/refusal-words.ts';
import { useCloseTable, type TablePlace } from '../../api/tables.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Section } from '../../ui/Page.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import styles from './dialogs.module.css';
import type { TableSides } from './use-table-sides.ts';

interface CloseSectionProps {
  readonly place: TablePlace;
  readonly session: TableSession;
  readonly sides: TableSides;
}

export function CloseSection({ place, session, sides }: CloseSectionProps): ReactNode {
  const words = useWords();
  const { tables } = words;
  const say = tables.closing;
  const close = useCloseTable(place);
  const [asked, setAsked] = useState<{ readonly commandId: string } | null>(null);
  const { board, typing } = sides;
  const open = board?.contributions.filter(({ state, late }) => state === 'captured' && !late).length ?? 0;
  return (
    <Section title={tables.console.close}>
      <p>{tables.console.closeWhat}</p>
      <div>
        <Button icon={<Lock aria-hidden="true" />} onClick={() => setAsked({ commandId: newId() })}>
          {tables.console.close}
        </Button>
      </div>
      {asked && (
        <ConfirmDialog
          danger
          title={say.title(place.no)}
          action={say.go}
          pending={close.isPending}
          failure={refusalWords(close.error, { fields: [], words }).whole}
          onClose={() => setAsked(null)}
          onConfirm={() => close.mutate({ ...asked, version: session.version }, { onSuccess: () => tell(say.done(place.no)) })}
        >
          <ul className={styles.list}>
            <li>{open === 0 ? say.allValidated : say.unvalidated(open)}</li>
            {board && !board.clusters.some(({ plenary }) => plenary) && <li>{say.noPlenary}</li>}
            {typing.length > 0 && <li>{say.typing(typing.length)}</li>}
          </ul>
          <p>{say.what}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
