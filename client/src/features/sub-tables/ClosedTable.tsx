// What is left of a table that was closed: when that was, and its result.
import type { TableSession } from '@cocrea/shared/domain/table-session.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';

export function ClosedTable({ lab, session }: { readonly lab: string; readonly session: TableSession }): ReactNode {
  const { tables: say } = useWords();
  const language = useLanguage();
  const { closedAt, resultDocumentId } = session;
  return (
    <EmptyState
      action={
        resultDocumentId === null ? undefined : (
          <ButtonLink href={paths.document(lab, resultDocumentId)} look="primary" icon={<FileText aria-hidden="true" />}>
            {say.result}
          </ButtonLink>
        )
      }
    >
      <p>{say.console.closed}</p>
      {closedAt !== null && <p>{say.console.closedWhat(momentInWords(closedAt, language))}</p>}
    </EmptyState>
  );
}
