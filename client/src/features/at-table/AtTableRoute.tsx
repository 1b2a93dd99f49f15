// The address of a table, as whoever sits at it opens it: who may contribute here, in a frame that weighs little; and words for everybody else.
import { can } from '@cocrea/shared/permissions.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { lazy, useEffect, useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useMine } from '../../api/mine.ts';
import { useMembership, useSession } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { WaitingPage } from '../../app/WaitingPage.tsx';
import { useOutbox } from '../../outbox/use-outbox.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { AtTablePage } from './AtTablePage.tsx';
import styles from './at-table.module.css';
import { useDraft } from './kept-draft.ts';
import { OutboxStatus } from './OutboxStatus.tsx';
import type { Seat } from './place.ts';
import { RemovedWords, UnsentHere } from './RemovedWords.tsx';
import { StoppedItems } from './StoppedItems.tsx';
import { useWords } from './words.ts';

// Its words are those of the lab's pages, which a phone at its table does not need.
const OutsidePage = lazy(async () => ({ default: (await import('../../app/OutsidePage.tsx')).OutsidePage }));

export default function AtTableRoute({ lab, table }: { readonly lab: string; readonly table: string }): ReactNode {
  const words = useWords();
  const session = useSession();
  const me = session.data?.me ?? null;
  const membership = useMembership(lab);
  const no = Number(table);
  if (me) {
    // Another person on the same phone has another page: nothing of the one before stays on it.
    return <OfPerson key={me.personId} lab={lab} no={no} personId={me.personId} role={membership?.role ?? null} />;
  }
  if (session.data) return <OutsidePage why="signed_out" />;
  if (!session.error) return <WaitingPage />;
  return (
    <Page title={words.app.shell.failed} width="narrow">
      <ErrorState onRetry={session.refetch} pending={session.isFetching}>
        {failureWords(session.error, words)}
      </ErrorState>
    </Page>
  );
}

interface OfPersonProps extends Omit<Seat, 'role'> {
  /** Null for somebody who is not in the lab, or no longer. */
  readonly role: Seat['role'] | null;
}

function OfPerson({ lab, no, personId, role }: OfPersonProps): ReactNode {
  const { outbox, view } = useOutbox({ personId, lab });
  const [draft] = useDraft({ lab, no, personId });
  const [wasMember, setWasMember] = useState(false);
  useEffect(() => {
    if (role !== null) setWasMember(true);
  }, [role]);
  if (role !== null) return <Seated seat={{ lab, no, personId, role }} outbox={outbox} view={view} />;
  if (wasMember || draft.text !== '' || view.items.length > 0)
    return <RemovedWords seat={{ lab, no, personId }} items={view.items} />;
  return <OutsidePage why="not_mine" />;
}

type SeatedProps = { readonly seat: Seat } & ReturnType<typeof useOutbox>;

function Seated({ seat, outbox, view }: SeatedProps): ReactNode {
  const words = useWords();
  const { app, atTable } = words;
  const { lab, no } = seat;
  const mine = useMine(seat);
  const actor = useSession().data?.me ?? null;
  const membership = useMembership(lab);
  if (mine.data) {
    const { subTable } = mine.data.table;
    if (can(actor, 'contribution.send', { labId: lab, subTableId: subTable.id }))
      return <AtTablePage seat={seat} mine={mine.data} outbox={outbox} view={view} />;
    return (
      <Page
        title={atTable.notHere.title}
        over={atTable.title(no, subTable.theme)}
        lede={membership?.role === 'observer' ? atTable.notHere.observer : atTable.notHere.what}
        width="narrow"
      >
        <UnsentHere seat={seat} items={view.items.filter((item) => item.table === no)} />
        <div className={styles.ways}>
          <ButtonLink href={paths.document(lab, subTable.notesDocumentId)} look="primary">
            {atTable.toNotes}
          </ButtonLink>
          <ButtonLink href={paths.lab(lab)}>{atTable.toLab}</ButtonLink>
        </div>
      </Page>
    );
  }
  if (mine.error === null) return <WaitingPage />;
  const missing = mine.error instanceof AppError && mine.error.code === 'sub_table_not_found';
  return (
    <Page title={missing ? app.notFound.title : atTable.someTable(no)} width="narrow">
      <ErrorState
        {...(missing
          ? { action: <ButtonLink href={paths.lab(lab)}>{atTable.toLab}</ButtonLink> }
          : { onRetry: mine.refetch, pending: mine.isFetching })}
      >
        {failureWords(mine.error, words)}
      </ErrorState>
      <OutboxStatus view={view} />
      <StoppedItems outbox={outbox} view={view} />
    </Page>
  );
}
