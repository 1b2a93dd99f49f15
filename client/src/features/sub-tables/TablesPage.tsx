// All sub-tables at a glance: how far each is, who conducts it, what its questions have, and the one next thing to do with it.
import { can } from '@cocrea/shared/permissions.ts';
import { Presentation, QrCode, Table2, LayoutGrid } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useHere } from '../../api/here.ts';
import { useActor } from '../../api/session.ts';
import { useGlance, useTables } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table } from '../../ui/Table.tsx';
import { useWords } from './words.ts';
import { OpenTableDialog } from './OpenTableDialog.tsx';
import { phaseWords } from './phase-words.ts';
import { QuestionsDialog } from './QuestionsDialog.tsx';
import { TableCard } from './TableCard.tsx';
import styles from './tables-page.module.css';

type Asked = { readonly what: 'open' | 'questions'; readonly no: number };

export default function TablesPage({ labId }: { readonly labId: string }): ReactNode {
  const words = useWords();
  const { tables: say, ui } = words;
  const actor = useActor();
  const tables = useTables(labId);
  const glance = useGlance(labId);
  const here = new Set(useHere(labId).map(({ personId }) => personId));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [asTable, setAsTable] = useState(false);
  const failure = tables.error ?? glance.error;
  const known = tables.data?.tables.map((table) => {
    const seen = glance.data?.tables.find(({ no }) => no === table.subTable.no);
    const present = seen?.people === null || seen === undefined ? null : seen.people.filter((id) => here.has(id)).length;
    return { table, seen, present };
  });
  const most = Math.max(0, ...(known ?? []).flatMap(({ seen }) => seen?.contributions ?? []));
  const subject = known?.find(({ table }) => table.subTable.no === asked?.no)?.table;

  function content(): ReactNode {
    if (!known) {
      if (failure === null) return <Skeleton lines={8} tall />;
      const retry = (): void => void Promise.all([tables.refetch(), glance.refetch()]);
      return (
        <ErrorState onRetry={retry} pending={tables.isFetching}>
          {failureWords(failure, words)}
        </ErrorState>
      );
    }
    if (known.length === 0) {
      return (
        <EmptyState>
          <p>{say.none}</p>
          <p>{say.noneToDo}</p>
        </EmptyState>
      );
    }
    if (asTable) {
      const questions = known[0]?.table.subTable.questions ?? [];
      const { columns } = say;
      const short = questions.map((_, index) => say.questionShort(index + 1));
      return (
        <Table
          caption={say.title}
          numbers={[...short, columns.connected, columns.paper]}
          columns={[columns.table, columns.phase, columns.conducts, ...short, columns.connected, columns.paper]}
          rows={known.map(({ table, seen, present }) => ({
            key: table.subTable.id,
            cells: [
              say.tableAndTheme(table.subTable.no, table.subTable.theme),
              phaseWords(table, words),
              seen?.facilitator ?? '—',
              ...short.map((_, index) => seen?.contributions[index] ?? 0),
              present ?? '—',
              seen?.paper ?? '—',
            ],
          }))}
        />
      );
    }
    return (
      <ul className={styles.cards}>
        {known.map(({ table, seen, present }) => (
          <li key={table.subTable.id}>
            <TableCard
              lab={labId}
              table={table}
              seen={seen}
              present={present}
              most={most}
              onOpen={() => setAsked({ what: 'open', no: table.subTable.no })}
              onQuestions={() => setAsked({ what: 'questions', no: table.subTable.no })}
            />
          </li>
        ))}
      </ul>
    );
  }

  return (
    <Page
      title={say.title}
      lede={say.lede}
      width="wide"
      actions={
        <div className={styles.actions}>
          {can(actor, 'join_code.list', { labId }) && (
            <ButtonLink href={paths.codes(labId)} look="quiet" icon={<QrCode aria-hidden="true" />}>
              {say.codes}
            </ButtonLink>
          )}
          <ButtonLink href={paths.plenary(labId)} look="quiet" icon={<Presentation aria-hidden="true" />}>
            {say.plenary}
          </ButtonLink>
          {known && known.length > 0 && (
            <Button
              look="quiet"
              icon={asTable ? <LayoutGrid aria-hidden="true" /> : <Table2 aria-hidden="true" />}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? say.asCards : say.asTable}
            </Button>
          )}
        </div>
      }
    >
      {failure && known && <Banner tone="warning">{ui.staleNotice}</Banner>}
      {content()}
      {subject && asked?.what === 'open' && <OpenTableDialog lab={labId} table={subject} onClose={() => setAsked(null)} />}
      {subject && asked?.what === 'questions' && (
        <QuestionsDialog lab={labId} subTable={subject.subTable} onClose={() => setAsked(null)} />
      )}
    </Page>
  );
}
