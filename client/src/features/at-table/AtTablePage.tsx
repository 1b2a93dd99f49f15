// What whoever sits at a table has in their hand: the question, the clock, a box, *Enviar*; below it what became of what they sent.
import { can } from '@cocrea/shared/permissions.ts';
import { dotsPhase, questionOf } from '@cocrea/shared/domain/table-session.ts';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import { askMine, type MineAnswer } from '../../api/mine.ts';
import { useActor } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import type { Outbox, OutboxView } from '../../outbox/outbox.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ContributionForm } from './ContributionForm.tsx';
import styles from './at-table.module.css';
import { useDraft, useUse } from './kept-draft.ts';
import { OutboxStatus } from './OutboxStatus.tsx';
import { OwnContributions } from './OwnContributions.tsx';
import type { Seat } from './place.ts';
import { StoppedItems } from './StoppedItems.tsx';
import { TableHead } from './TableHead.tsx';
import { useTableLine } from './use-table-line.ts';
import { useWords } from './words.ts';
import { WritingOn } from './WritingOn.tsx';

// Dots are given once in a session: what they need comes when it is time for them.
const BallotForm = lazy(() => import('../ballots/BallotForm.tsx'));

interface AtTablePageProps {
  readonly seat: Seat;
  readonly mine: MineAnswer;
  readonly outbox: Outbox;
  readonly view: OutboxView;
}

export function AtTablePage({ seat, mine: { table, contributions, seq }, outbox, view }: AtTablePageProps): ReactNode {
  const { atTable } = useWords();
  const { subTable, session } = table;
  const { lab, no } = seat;
  const actor = useActor();
  const line = useTableLine(seat, outbox);
  const [draft, setDraft] = useDraft(seat);
  const [use, setUse] = useUse(seat);
  const box = useRef<HTMLTextAreaElement>(null);
  const staff = can(actor, 'contribution.arrange', { labId: lab, subTableId: subTable.id });
  const phase = session?.phase ?? null;
  const answering = phase === null || phase === 'welcome' || questionOf(phase) !== null || session?.mode === 'until';
  const closed = phase === 'closed';

  useEffect(() => {
    // Whoever has just come in can type at once; whoever is already doing something is left in peace.
    const at = document.activeElement;
    if (at === document.body || at?.tagName === 'H1') box.current?.focus({ preventScroll: true });
  }, []);

  const tooLate = !closed && (contributions.some(({ late }) => late) || view.items.some(({ stop }) => stop?.why === 'late'));
  useEffect(() => {
    // The server has said it in another way before the feed did.
    if (tooLate) void askMine({ lab, no });
  }, [tooLate, lab, no]);

  const form = (
    <ContributionForm
      no={no}
      session={session}
      questions={subTable.questions}
      staff={staff}
      draft={draft}
      onDraft={setDraft}
      use={use}
      onUse={setUse}
      outbox={outbox}
      view={view}
      line={line}
      box={box}
    />
  );
  return (
    <div className={styles.page}>
      <TableHead table={table} />
      <StoppedItems outbox={outbox} view={view} />
      {closed && session?.resultDocumentId && (
        <div>
          <ButtonLink href={paths.document(lab, session.resultDocumentId)} look="primary">
            {atTable.result}
          </ButtonLink>
        </div>
      )}
      {session && (phase === dotsPhase || session.dotsClosedAt !== null) && (
        <Suspense fallback={<Skeleton lines={6} tall />}>
          <BallotForm lab={lab} no={no} asOf={seq} />
        </Suspense>
      )}
      {answering && !closed ? (
        form
      ) : (
        <WritingOn tableClosed={closed} begun={draft.text !== ''} box={box} status={<OutboxStatus view={view} />}>
          {form}
        </WritingOn>
      )}
      <OwnContributions
        seat={seat}
        contributions={contributions}
        view={view}
        tableClosed={closed}
        shared={use.way === 'shared_phone'}
      />
      <nav aria-label={atTable.places} className={styles.places}>
        {staff && <Link href={paths.board(lab, no)}>{atTable.toBoard}</Link>}
        <Link href={paths.document(lab, subTable.notesDocumentId)}>{atTable.toNotes}</Link>
        <Link href={paths.lab(lab)}>{atTable.toLab}</Link>
      </nav>
    </div>
  );
}
