// Everything that happened to a proposal, the latest first, with who did it and the reasons that were given.
import type { ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import { happenedInWords } from './happened-in-words.ts';
import { Panel } from './Panel.tsx';
import styles from './panel.module.css';

export function HistoryPanel({ whole: { history, names } }: { readonly whole: ProposalWhole }): ReactNode {
  const words = useWords();
  const { history: say, page } = words.proposals;
  const language = useLanguage();
  return (
    <Panel title={say.title}>
      <ol className={styles.items}>
        {history.toReversed().map((one) => {
          const text = happenedInWords(one, words);
          if (text === null) return null;
          return (
            <li key={one.seq} className={styles.item}>
              <span>{text}</span>
              <span className={styles.quiet}>
                <time dateTime={new Date(one.at).toISOString()}>{momentInWords(one.at, language)}</time>{' '}
                {say.by(names[one.actorId ?? ''] ?? page.somebody)}
              </span>
              {one.reason !== null && <span className={styles.said}>{one.reason}</span>}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
