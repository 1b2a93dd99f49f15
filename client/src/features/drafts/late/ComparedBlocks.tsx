// What somebody wrote beside what was frozen, a block a row: two columns where there is room, one under the other on a phone.
import type { ReactNode } from 'react';
import { useWords } from '../words.ts';
import type { Sent } from './kept-decision.ts';
import type { LateBlock } from './late-blocks.ts';
import styles from './late-return.module.css';

interface ComparedBlocksProps {
  readonly blocks: readonly LateBlock[];
  /** Those that arrived, by key. */
  readonly sent: Readonly<Record<string, Sent>>;
}

export function ComparedBlocks({ blocks, sent }: ComparedBlocksProps): ReactNode {
  const { late: say } = useWords().drafts;
  return (
    <ul className={styles.blocks} aria-label={say.compare}>
      {blocks.map(({ key, blockId, before, text }) => (
        <li key={key} className={styles.block}>
          <div className={styles.side}>
            <h3 className={styles.label}>{say.mine}</h3>
            {text === '' ? <p className={styles.quiet}>{say.removed}</p> : <p className={styles.mine}>{text}</p>}
            {sent[key] !== undefined && <p className={styles.folio}>{sent[key].folio}</p>}
          </div>
          <div className={styles.side}>
            <h3 className={styles.label}>{say.frozen}</h3>
            {blockId === null ? <p className={styles.quiet}>{say.newHere}</p> : <p className={styles.frozen}>{before}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
