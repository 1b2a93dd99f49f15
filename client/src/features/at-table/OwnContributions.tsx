// What oneself contributed, newest first, with the folio to follow it by and where it stands; what still waits on this phone above it.
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { useState, type ReactNode } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Page.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import type { OutboxView } from '../../outbox/outbox.ts';
import { OwnContribution } from './OwnContribution.tsx';
import type { Seat } from './place.ts';
import styles from './stopped-items.module.css';
import { useWords } from './words.ts';

interface OwnContributionsProps {
  readonly seat: Seat;
  readonly contributions: readonly Contribution[];
  readonly view: OutboxView;
  readonly tableClosed: boolean;
  /** A group uses this phone: what is below was sent by several people. */
  readonly shared: boolean;
}

export function OwnContributions({ seat, contributions, view, tableClosed, shared }: OwnContributionsProps): ReactNode {
  const { mine: say } = useWords().atTable;
  // What was taken back stays in sight until one leaves, with the way to have it back.
  const [withdrawnNow, setWithdrawnNow] = useState<readonly string[]>([]);
  const waiting = view.items.filter(({ stop, table }) => stop === null && table === seat.no);
  const shown = contributions.filter(({ state, id }) => state !== 'withdrawn' || withdrawnNow.includes(id)).toReversed();
  return (
    <Section title={shared ? say.titleShared : say.title}>
      {waiting.length + shown.length === 0 ? (
        <EmptyState>{say.none}</EmptyState>
      ) : (
        <ul className={styles.items}>
          {waiting.toReversed().map((item) => (
            <li key={item.id} className={styles.item}>
              <p className={styles.over}>
                {say.of(item.question)}
                <StatusPill>{say.waiting}</StatusPill>
              </p>
              <p className={styles.text} lang={item.language}>
                {item.text}
              </p>
            </li>
          ))}
          {shown.map((contribution) => (
            <OwnContribution
              key={contribution.id}
              seat={seat}
              contribution={contribution}
              open={contribution.late || !tableClosed}
              onWithdrawn={() => setWithdrawnNow([...withdrawnNow, contribution.id])}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
