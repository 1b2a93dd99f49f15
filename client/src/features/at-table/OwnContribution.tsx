// One contribution of one's own: read, changed or taken back until the table validated it, and what was just done undone.
import { isOpenToAuthor, type Contribution } from '@cocrea/shared/domain/contribution.ts';
import { CircleCheck, Clock, Pencil, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useEditMine, useRestoreMine, useWithdrawMine, type Words } from '../../api/mine.ts';
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
  const [edit, withdraw, restore] = [useEditMine(seat), useWithdrawMine(seat), useRestoreMine(seat)];
  const failed = [edit, withdraw, restore].find(({ isError }) => isError);
  const failure = failed && failureWords(failed.error, words);
  const { folio, state, text, language, onBehalfOf } = contribution;
  const card = useKeptFocus<HTMLLIElement>(`${editing} ${state} ${before !== null}`);
  const mayChange = open && isOpenToAuthor(contribution);

  function change(next: Words, undone: boolean): void {
    for (const one of [withdraw, restore]) one.reset();
    edit.mutate(
      { contribution, words: next },
      {
        onSuccess: () => {
          setEditing(false);
          setBefore(undone ? null : { text, language, onBehalfOf });
        },
      },
    );
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
          pending={edit.isPending}
          failure={failure}
          onSave={(next) => change({ text: next, language, onBehalfOf }, false)}
          onCancel={() => {
            edit.reset();
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
            <Button pending={restore.isPending} onClick={() => restore.mutate(contribution)}>
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
            <Button pending={edit.isPending} onClick={() => change(before, true)}>
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
            pending={withdraw.isPending}
            onClick={() => {
              for (const one of [edit, restore]) one.reset();
              setBefore(null);
              onWithdrawn();
              withdraw.mutate(contribution);
            }}
          >
            {say.withdraw}
          </Button>
        </div>
      )}
    </li>
  );
}
