// The console of whoever conducts a table: phase and clock under the thumb, what has been heard, who is here, and the way in. It suggests,
// never shames: who has not spoken is seen here and nowhere else.
import { can } from '@cocrea/shared/permissions.ts';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useActor } from '../../api/session.ts';
import { useTables } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';
import { ClosedTable } from './ClosedTable.tsx';
import { OpenTableConsole } from './OpenTableConsole.tsx';
import { OpenTableDialog } from './OpenTableDialog.tsx';

export default function ConductPage({ labId, no }: { readonly labId: string; readonly no: number }): ReactNode {
  const words = useWords();
  const { tables: say } = words;
  const actor = useActor();
  const { data, error, isFetching, refetch } = useTables(labId);
  const [opening, setOpening] = useState(false);
  const table = data?.tables.find(({ subTable }) => subTable.no === no);
  const toTables = <ButtonLink href={paths.tables(labId)}>{say.toTables}</ButtonLink>;
  const title = say.console.title(no);

  if (!can(actor, 'table.conduct', { labId })) {
    return (
      <Page title={title}>
        <EmptyState action={toTables}>{say.forbidden}</EmptyState>
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title={title}>
        {error ? (
          <ErrorState onRetry={() => void refetch()} pending={isFetching}>
            {failureWords(error, words)}
          </ErrorState>
        ) : (
          <Skeleton lines={8} tall />
        )}
      </Page>
    );
  }
  if (!table) {
    return (
      <Page title={title}>
        <EmptyState action={toTables}>{say.missing}</EmptyState>
      </Page>
    );
  }
  const { session, subTable } = table;
  return (
    <Page title={title} over={subTable.theme} width="wide">
      {session === null && (
        <EmptyState
          action={
            <Button look="primary" onClick={() => setOpening(true)}>
              {say.open}
            </Button>
          }
        >
          {say.console.notOpen}
        </EmptyState>
      )}
      {session?.phase === 'closed' && <ClosedTable lab={labId} no={no} session={session} />}
      {session !== null && session.phase !== 'closed' && (
        <OpenTableConsole place={{ lab: labId, no }} table={table} session={session} />
      )}
      {opening && <OpenTableDialog lab={labId} table={table} onClose={() => setOpening(false)} />}
    </Page>
  );
}
