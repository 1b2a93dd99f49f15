// What somebody wrote beside what was frozen, a block a row, with the words that differ marked on both sides: two columns where there is room, one
// under the other on a phone.
import type { WordRun } from '@cocrea/shared/document/lineage.ts';
import { wordRuns } from '@cocrea/shared/document/word-runs.ts';
import { useMemo, type ReactNode } from 'react';
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
      {blocks.map((block) => (
        <li key={block.key} className={styles.block}>
          <Compared block={block} folio={sent[block.key]?.folio} />
        </li>
      ))}
    </ul>
  );
}

function Compared({ block, folio }: { readonly block: LateBlock; readonly folio: string | undefined }): ReactNode {
  const { late: say } = useWords().drafts;
  const { blockId, before, text } = block;
  // Where one side has no words, all of the other differ: nothing is marked.
  const marked = before !== '' && text !== '';
  const runs = useMemo(() => (marked ? wordRuns(before, text) : []), [marked, before, text]);
  return (
    <>
      <div className={styles.side}>
        <h3 className={styles.label}>{say.mine}</h3>
        {text === '' ? (
          <p className={styles.quiet}>{say.removed}</p>
        ) : (
          <p className={styles.mine}>{marked ? marks(runs, 'added') : text}</p>
        )}
        {folio !== undefined && <p className={styles.folio}>{folio}</p>}
      </div>
      <div className={styles.side}>
        <h3 className={styles.label}>{say.frozen}</h3>
        {blockId === null ? (
          <p className={styles.quiet}>{say.newHere}</p>
        ) : (
          <p className={styles.frozen}>{marked ? marks(runs, 'removed') : before}</p>
        )}
      </div>
    </>
  );
}

/** One side of a comparison: what both have, and what only this one has. */
function marks(runs: readonly WordRun[], own: 'added' | 'removed'): ReactNode {
  return runs.map(({ kind, text }, at) => {
    if (kind === 'same') return text;
    if (kind !== own) return null;
    // A run is known by its place alone: the texts do not change while they are compared.
    return own === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
  });
}
