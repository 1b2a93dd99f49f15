// For somebody who may no longer answer here while they wrote, taken out of the lab or given another part in it: what they had not sent is here
// to be taken along.
import type { ReactNode } from 'react';
import type { OutboxView } from '../../outbox/outbox.ts';
import { Page, Section } from '../../ui/Page.tsx';
import styles from './at-table.module.css';
import { CopyButton } from './CopyButton.tsx';
import { useDraft } from './kept-draft.ts';
import type { Seat } from './place.ts';
import { useWords } from './words.ts';

interface RemovedWordsProps {
  readonly seat: Pick<Seat, 'lab' | 'no' | 'personId'>;
  readonly items: OutboxView['items'];
}

/** The whole page, for whoever is no longer in the lab. */
export function RemovedWords({ seat, items }: RemovedWordsProps): ReactNode {
  const { atTable } = useWords();
  return (
    <Page title={atTable.removed.title} lede={atTable.removed.what} width="narrow">
      <UnsentHere seat={seat} items={items} />
      <p>{atTable.removed.todo}</p>
    </Page>
  );
}

/** Nothing where there is nothing. */
export function UnsentHere({ seat, items }: RemovedWordsProps): ReactNode {
  const { atTable } = useWords();
  const [draft] = useDraft(seat);
  const texts = [draft.text, ...items.map(({ text }) => text)].filter((text) => text.trim() !== '');
  if (texts.length === 0) return null;
  return (
    <Section title={atTable.removed.draft}>
      {texts.map((text, index) => (
        <div key={`${index}-${text}`} className={styles.draft}>
          <p className={styles.text}>{text}</p>
          <CopyButton text={text} />
        </div>
      ))}
    </Section>
  );
}
