// Where what one sent is, in words: on this phone, on its way, with the table.
import { Check, CloudUpload, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OutboxView } from '../../outbox/outbox.ts';
import { Banner } from '../../ui/Banner.tsx';
import styles from './outbox-status.module.css';
import { useWords } from './words.ts';

interface OutboxStatusProps {
  readonly view: OutboxView;
  /** Said once everything is sent, besides how many. */
  readonly done?: string;
}

export function OutboxStatus({ view, done }: OutboxStatusProps): ReactNode {
  const { outbox: say } = useWords().atTable;
  const waiting = view.items.filter(({ stop }) => stop === null).length;
  const away = view.state === 'waiting' || view.state === 'not_open' || view.state === 'not_oneself';
  const why = { waiting: say.waitingWhy, not_open: say.notOpenWhy, not_oneself: say.notOneselfWhy, idle: null, sending: null };
  return (
    <>
      {!view.onDevice && <Banner tone="warning">{say.inMemory}</Banner>}
      <div role="status" aria-label={say.label} className={styles.status} data-outbox={waiting > 0 ? view.state : 'idle'}>
        {waiting > 0 ? (
          <>
            <p className={styles.now}>
              {away ? <Smartphone aria-hidden="true" /> : <CloudUpload aria-hidden="true" />}
              {away ? say.waiting(waiting) : say.sending}
            </p>
            {why[view.state] !== null && <p className={styles.why}>{why[view.state]}</p>}
          </>
        ) : (
          view.sent > 0 && (
            <p className={styles.now}>
              <Check aria-hidden="true" />
              {say.sent(view.sent)}
              {done !== undefined && ` · ${done}`}
            </p>
          )
        )}
      </div>
    </>
  );
}
