// One contribution of one's own: read, changed or taken back until the table validated it, and what was just done undone.
import { isOpenToAuthor, type Contribution } from '@cocrea/shared/domain/contribution.ts';
import { CircleCheck, Clock, Pencil, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { changeMine, type MineChange, type Words } from '../../api/mine.ts';
import { useSending } from '../../api/use-sending.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { EditWords } from './EditWords.tsx';
import type { Seat } from './place.ts';
import styles from './stopped-items.module.css';
import { useKeptFocus } from './use-kept-focus.ts';
import { useWords } from './words.ts';

interface OwnContributionProps {
  readonly seat: Seat;
  readonly contribution: Contribution;
  /** The table still lets it change. */
  readonly open: boolean;
  readonly onWithdrawn: () => void;
}

export function OwnContribution({ seat, contribution, open, onWithdrawn }: OwnContributionProps): ReactNode {
  const words = useWords();
  const { mine: say } = words.atTable;
  const [editing, setEditing] = useState(false);
  /** What it said before the change that was just made. */
  const [before, setBefore] = useState<Words | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const changing = useSending(changeMine);
  const failure = changing.error !== null && !dismissed ? failureWords(changing.error, words) : undefined;
  const { folio, state, text, language, onBehalfOf } = contribution;
  const card = useKeptFocus<HTMLLIElement>(`${editing} ${state} ${before !== null}`);
  const mayChange = open && isOpenToAuthor(contribution);

  function send(change: MineChange['change'], then?: () => void): void {
    setDismissed(false);
    changing.send({ place: seat, contribution, change }, { onSuccess: () => then?.() });
  }
  function edit(next: Words, after: Words | null): void {
    send({ what: 'edit', words: next }, () => {
      setEditing(false);
      setBefore(after);
    });
  }

  if (editing) {
    return (
      <li ref={card} tabIndex={-1} className={styles.item}>
        <p className={styles.over}>
          <span className={styles.folio}>{folio}</span>
        </p>
        <EditWords
          text={text}
          language={language}
          pending={changing.pending}
          failure={failure}
          onSave={(next) => edit({ text: next, language, onBehalfOf }, { text, language, onBehalfOf })}
          onCancel={() => {
            setDismissed(true);
            setEditing(false);
          }}
        />
      </li>
    );
  }
  return (
    <li ref={card} tabIndex={-1} className={styles.item}>
      <p className={styles.over}>
        <span className={styles.folio}>{folio}</span>
        {say.of(contribution.question)}
        <StatusPill
          tone={state === 'captured' || state === 'withdrawn' ? 'plain' : 'good'}
          {...(state === 'validated' && { icon: <CircleCheck aria-hidden="true" /> })}
        >
          {say.states[state]}
        </StatusPill>
      </p>
      <p className={styles.text} lang={language}>
        {text}
      </p>
      {onBehalfOf !== null && <p className={styles.over}>{say.onBehalf(onBehalfOf)}</p>}
      {contribution.late && (
        <p className={styles.told}>
          <Clock aria-hidden="true" />
          {say.lateTold(folio)}
        </p>
      )}
      {failure !== undefined && <Banner tone="danger">{failure}</Banner>}
      {state === 'withdrawn' && (
        <Banner
          action={
            <Button pending={changing.pending} onClick={() => send({ what: 'restore' })}>
              {say.undo}
            </Button>
          }
        >
          {say.withdrawn(folio)}
        </Banner>
      )}
      {before !== null && mayChange && (
        <Banner
          tone="success"
          action={
            <Button pending={changing.pending} onClick={() => edit(before, null)}>
              {say.undo}
            </Button>
          }
        >
          {say.edited}
        </Banner>
      )}
      {mayChange && (
        <div className={styles.quietWays}>
          <Button
            look="quiet"
            icon={<Pencil aria-hidden="true" />}
            aria-label={say.editOf(folio)}
            onClick={() => setEditing(true)}
          >
            {say.edit}
          </Button>
          <Button
            look="quiet"
            icon={<Undo2 aria-hidden="true" />}
            aria-label={say.withdrawOf(folio)}
            pending={changing.pending}
            onClick={() => {
              setBefore(null);
              onWithdrawn();
              send({ what: 'withdraw' });
            }}
          >
            {say.withdraw}
          </Button>
        </div>
      )}
    </li>
  );
}
