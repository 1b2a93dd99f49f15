// For somebody who was taken out of the lab while they wrote: they are told, and everything that was not sent is here to be taken along.
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
  readonly view: OutboxView;
}

export function RemovedWords({ seat, view }: RemovedWordsProps): ReactNode {
  const { atTable } = useWords();
  const [draft] = useDraft(seat);
  const texts = [draft.text, ...view.items.map(({ text }) => text)].filter((text) => text.trim() !== '');
  return (
    <Page title={atTable.removed.title} lede={atTable.removed.what} width="narrow">
      {texts.length > 0 && (
        <Section title={atTable.removed.draft}>
          {texts.map((text, index) => (
            <div key={`${index}-${text}`} className={styles.draft}>
              <p className={styles.text}>{text}</p>
              <CopyButton text={text} />
            </div>
          ))}
        </Section>
      )}
      <p>{atTable.removed.todo}</p>
    </Page>
  );
}
