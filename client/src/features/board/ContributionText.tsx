// One contribution in a card: its words, whose they are and for whom, how and when they came, and its quick marks.
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import styles from './contribution-text.module.css';

interface ContributionTextProps {
  readonly contribution: Contribution;
  /** Its own number, where another stands over the card. */
  readonly folio: boolean;
  /** Others stand above it in the same card. */
  readonly follows?: boolean;
  readonly actions?: ReactNode;
}

export function ContributionText({ contribution, folio, follows = false, actions }: ContributionTextProps): ReactNode {
  const { board: say } = useWords();
  const { text, language, marks } = contribution;
  return (
    <div className={styles.contribution} data-follows={follows}>
      {(folio || actions) && (
        <div className={styles.over}>
          <span className={styles.folio}>{contribution.folio}</span>
          {actions}
        </div>
      )}
      <p className={styles.text} lang={language}>
        {text}
      </p>
      <Origin contribution={contribution} />
      {marks.length > 0 && (
        <div className={styles.marks} role="group" aria-label={say.marksOf(contribution.folio)}>
          {marks.map((mark) => (
            <StatusPill key={mark}>{say.marks[mark]}</StatusPill>
          ))}
        </div>
      )}
    </div>
  );
}

/** Whose words they are, in one line. */
export function Origin({ contribution }: { readonly contribution: Contribution }): ReactNode {
  const { board: say } = useWords();
  const language = useLanguage();
  const { authorName, authorKind, onBehalfOf, way, circle, writtenAt } = contribution;
  const kind = actorKinds.find((one) => one === authorKind);
  const time = momentInWords(writtenAt, language).split(', ').at(-1);
  return (
    <p className={styles.origin}>
      {kind !== undefined && <ActorKindMark kind={kind} />}
      <span>
        {[
          authorName ?? say.somebody,
          onBehalfOf !== null && say.onBehalf(onBehalfOf),
          circle !== null && say.circle(circle),
          way !== 'phone' && say.way[way],
          time,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  );
}
