// The contributions a proposal came from, in words where the lab keeps them.
import type { ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import type { ReactNode } from 'react';
import { useWords } from './words.ts';
import { Panel } from './Panel.tsx';
import styles from './panel.module.css';

export function SourcesPanel({ whole: { sources } }: { readonly whole: ProposalWhole }): ReactNode {
  const { sources: say } = useWords().proposals;
  const told = sources.filter(({ text }) => text !== null);
  return (
    <Panel title={say.title}>
      <p className={styles.quiet}>{sources.length === 0 ? say.none : say.count(sources.length)}</p>
      {told.length > 0 && (
        <ul className={styles.items}>
          {told.map(({ id, folio, text }) => (
            <li key={id} className={styles.item}>
              {folio !== null && <strong>{folio}</strong>}
              <span className={styles.said}>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
