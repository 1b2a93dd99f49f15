// The board of a table: what people contribute as it arrives, question beside question, for whoever takes the notes.
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import { dotsPhase, type TableSession } from '@cocrea/shared/domain/table-session.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useBallots } from '../../api/ballots.ts';
import { useBoardAhead } from '../../api/board.ts';
import { useBoard } from '../../api/contributions.ts';
import { failureWords } from '../../api/failure-words.ts';
import { useActor } from '../../api/session.ts';
import { useTables } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';
import { BoardDesk } from './BoardDesk.tsx';

const BallotForm = lazy(() => import('../ballots/BallotForm.tsx'));

interface BoardPageProps {
  readonly lab: string;
  readonly no: number;
}

export default function BoardPage({ lab, no }: BoardPageProps): ReactNode {
  const words = useWords();
  const { board: say, ui } = words;
  const tables = useTables(lab);
  const board = useBoard({ lab, no });
  const table = tables.data?.tables.find(({ subTable }) => subTable.no === no);
  if (tables.data && !table) {
    return (
      <Page title={say.missing} width="narrow">
        <EmptyState action={<ButtonLink href={paths.tables(lab)}>{say.toTables}</ButtonLink>}>{say.missingToDo}</EmptyState>
      </Page>
    );
  }
  const title = say.title(no);
  const failure = tables.error ?? board.error;
  if (!table || !board.data) {
    return (
      <Page title={title} width="wide">
        {failure ? (
          <ErrorState
            onRetry={() => void Promise.all([tables.refetch(), board.refetch()])}
            pending={tables.isFetching || board.isFetching}
          >
            {failureWords(failure, words)}
          </ErrorState>
        ) : (
          <Skeleton lines={8} tall />
        )}
      </Page>
    );
  }
  const { subTable, session } = table;
  if (session === null) {
    return (
      <Page title={title} over={subTable.theme} width="wide">
        <EmptyState action={<ButtonLink href={paths.tables(lab)}>{say.toTables}</ButtonLink>}>{say.notOpen}</EmptyState>
      </Page>
    );
  }
  return (
    <OpenBoard lab={lab} subTable={subTable} session={session} told={board.data}>
      {failure && <Banner tone="warning">{ui.staleNotice}</Banner>}
    </OpenBoard>
  );
}

interface OpenBoardProps {
  readonly lab: string;
  readonly subTable: SubTable;
  readonly session: TableSession;
  readonly told: BoardNow;
  /** What is to be said over all of it. */
  readonly children: ReactNode;
}

function OpenBoard({ lab, subTable, session, told, children }: OpenBoardProps): ReactNode {
  const { board: say } = useWords();
  const actor = useActor();
  const { no } = subTable;
  const place = useMemo(() => ({ lab, no }), [lab, no]);
  const ahead = useBoardAhead(place, told) ?? told;
  const voting = session.phase === dotsPhase;
  const mayArrange = can(actor, 'contribution.arrange', { labId: lab, subTableId: subTable.id });
  const notice = !mayArrange ? say.forbidden : session.phase === 'closed' ? say.closed : null;
  return (
    <BoardDesk
      place={place}
      subTable={subTable}
      session={session}
      board={ahead}
      arranges={mayArrange && session.phase !== 'closed'}
      notice={
        <>
          {children}
          {notice !== null && <Banner>{notice}</Banner>}
          {voting && mayArrange && <Voting lab={lab} no={subTable.no} />}
          {voting && !mayArrange && can(actor, 'ballot.cast', { labId: lab, subTableId: subTable.id }) && (
            <Section title={say.giveDots}>
              <Suspense fallback={<Skeleton lines={6} />}>
                <BallotForm {...place} />
              </Suspense>
            </Section>
          )}
        </>
      }
    />
  );
}

function Voting({ lab, no }: BoardPageProps): ReactNode {
  const { board: say } = useWords();
  const { data } = useBallots({ lab, no });
  return <Banner>{say.voting(data?.voted ?? 0)}</Banner>;
}
