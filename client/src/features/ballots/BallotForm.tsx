// One's dots, in the hand of whoever sits at the table: put with + and −, sent, changed until the table has finished voting; without names, sent
// once, which is said before. Light: it stands on the page phones open first.
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import { sumOf, type Dots as Given } from '@cocrea/shared/domain/ballot.ts';
import { dotsPhase, type TableSession } from '@cocrea/shared/domain/table-session.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { askAgain } from '../../api/ask-again.ts';
import { useBallots, useCastBallot, type BallotsAnswer } from '../../api/ballots.ts';
import { useBoard } from '../../api/contributions.ts';
import { failureWords } from '../../api/failure-words.ts';
import { ballotsKey, boardKey, tablesKey } from '../../api/keys.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import { useActor } from '../../api/session.ts';
import { useTable, type TablePlace } from '../../api/tables.ts';
import { Fetching } from '../../app/Fetching.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';
import styles from './ballot-form.module.css';
import { choicesOf, dotsFor } from './choices.ts';
import { DotPicker } from './DotPicker.tsx';
import { Dots } from './Dots.tsx';

interface BallotFormProps extends TablePlace {
  /** Where the page hears of its table by itself: anything that changes with it, such as the number of the last event. Then it is asked again. */
  readonly asOf?: number;
}

/** Brings the cache of answers along: the page of a phone has none of its own. */
export default function BallotForm({ lab, no, asOf }: BallotFormProps): ReactNode {
  return (
    <Fetching>
      <OfTable lab={lab} no={no} {...(asOf !== undefined && { asOf })} />
    </Fetching>
  );
}

function OfTable({ lab, no, asOf }: BallotFormProps): ReactNode {
  const client = useQueryClient();
  useEffect(() => {
    if (asOf !== undefined) for (const key of [tablesKey(lab), boardKey(lab, no), ballotsKey(lab, no)]) askAgain(client, key);
  }, [client, lab, no, asOf]);
  const words = useWords();
  const { ballot: say } = words.ballots;
  const actor = useActor();
  const table = useTable(lab, no);
  const board = useBoard({ lab, no });
  const ballots = useBallots({ lab, no });
  const failure = board.error ?? ballots.error;
  if (!table || !board.data || !ballots.data) {
    if (!failure) return <Skeleton lines={6} tall />;
    return (
      <ErrorState
        onRetry={() => void Promise.all([board.refetch(), ballots.refetch()])}
        pending={board.isFetching || ballots.isFetching}
      >
        {failureWords(failure, words)}
      </ErrorState>
    );
  }
  const { session, subTable } = table;
  if (board.data.dots !== null) return <Results board={board.data} dots={board.data.dots} />;
  if (session?.phase !== dotsPhase) return <EmptyState>{say.waiting}</EmptyState>;
  if (!can(actor, 'ballot.cast', { labId: lab, subTableId: subTable.id })) return <EmptyState>{say.noVoice}</EmptyState>;
  return <Ballot place={{ lab, no }} session={session} board={board.data} ballots={ballots.data} />;
}

interface BallotProps {
  readonly place: TablePlace;
  readonly session: TableSession;
  readonly board: BoardNow;
  readonly ballots: BallotsAnswer;
}

function Ballot({ place, session, board, ballots }: BallotProps): ReactNode {
  const words = useWords();
  const { ballot: say } = words.ballots;
  const [picked, setPicked] = useState<Given | null>(null);
  const [idOf, setIdOf] = useState(createSendingIds);
  const cast = useCastBallot(place);
  const choices = choicesOf(board);
  const dots = dotsFor(choices, picked ?? ballots.mine ?? {});
  const voted = <p className={styles.voted}>{say.voted(ballots.voted)}</p>;
  if (session.anonymousDots && ballots.iVoted) {
    return (
      <div className={styles.ballot}>
        <Banner tone="success">{say.anonymousSent}</Banner>
        {voted}
      </div>
    );
  }
  if (choices.length === 0) return <EmptyState>{say.nothing}</EmptyState>;
  const sent = ballots.iVoted && picked === null;
  const send = (): void =>
    cast.mutate(
      { commandId: idOf(dots), dots },
      {
        onSuccess: () => {
          setPicked((now) => (now === picked ? null : now));
          // The same dots later, after others from another device, are given anew.
          setIdOf(createSendingIds);
        },
      },
    );
  return (
    <div className={styles.ballot}>
      <p>{say.what(session.dots)}</p>
      <p className={styles.rule}>{session.anonymousDots ? say.anonymousBefore : say.hidden}</p>
      <DotPicker
        choices={choices}
        dots={dots}
        quota={session.dots}
        onChange={(next) => {
          setPicked(next);
          if (cast.isError) cast.reset();
        }}
      />
      <div className={styles.foot}>
        {cast.isError && <Banner tone="danger">{failureWords(cast.error, words)}</Banner>}
        {sent ? (
          <Banner tone="success">{say.sent}</Banner>
        ) : (
          <Button look="primary" wide pending={cast.isPending} disabled={sumOf(dots) === 0 && !ballots.iVoted} onClick={send}>
            {ballots.iVoted ? say.resend : say.send}
          </Button>
        )}
        {voted}
      </div>
    </div>
  );
}

function Results({ board, dots }: { readonly board: BoardNow; readonly dots: Given }): ReactNode {
  const { ballots: say } = useWords();
  const choices = choicesOf(board)
    .map((choice) => ({ ...choice, given: dots[choice.id] ?? 0 }))
    .sort((a, b) => b.given - a.given);
  if (choices.length === 0) return null;
  return (
    <section className={styles.ballot} aria-label={say.ballot.results}>
      <h2 className={styles.title}>{say.ballot.results}</h2>
      <ol className={styles.results}>
        {choices.map(({ id, text, folio, language, given }) => (
          <li key={id} className={styles.result}>
            <p lang={language}>{text}</p>
            <p className={styles.voted}>{folio}</p>
            <Dots count={given} />
          </li>
        ))}
      </ol>
    </section>
  );
}
