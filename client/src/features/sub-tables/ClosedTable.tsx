// What is left of a table that was closed: when that was, its result, and its board, where what comes late is kept.
import type { TableSession } from '@cocrea/shared/domain/table-session.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { ClipboardList, FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';

interface ClosedTableProps {
  readonly lab: string;
  readonly no: number;
  readonly session: TableSession;
}

export function ClosedTable({ lab, no, session }: ClosedTableProps): ReactNode {
  const { tables: say } = useWords();
  const language = useLanguage();
  const { closedAt, resultDocumentId } = session;
  return (
    <EmptyState
      action={
        <>
          {resultDocumentId !== null && (
            <ButtonLink href={paths.document(lab, resultDocumentId)} look="primary" icon={<FileText aria-hidden="true" />}>
              {say.result}
            </ButtonLink>
          )}
          <ButtonLink href={paths.board(lab, no)} icon={<ClipboardList aria-hidden="true" />}>
            {say.console.openBoard}
          </ButtonLink>
        </>
      }
    >
      <p>{say.console.closed}</p>
      {closedAt !== null && <p>{say.console.closedWhat(momentInWords(closedAt, language))}</p>}
    </EmptyState>
  );
}
