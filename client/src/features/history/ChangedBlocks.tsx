// What became of each paragraph: its words with what came and went, in one text or two columns, and the same told in words.
import { inWords } from '@cocrea/shared/document/change-in-words.ts';
import type { BlockChange, WordRun } from '@cocrea/shared/document/lineage.ts';
import type { ReactNode } from 'react';
import styles from './compare.module.css';
import { useWords } from './words.ts';

export type View = 'inline' | 'sides';

export function ChangedBlocks({ changes, view }: { readonly changes: readonly BlockChange[]; readonly view: View }): ReactNode {
  const { compare: say, inWords: told } = useWords().history;
  return (
    <ol className={styles.blocks} aria-label={say.list} data-view={view}>
      {changes.map((change) => {
        const { lineage, blockId } = change;
        if (lineage === 'same') {
          return (
            <li key={`${lineage} ${blockId}`} className={styles.same} lang="es">
              {change.after}
            </li>
          );
        }
        return (
          <li key={`${lineage} ${blockId}`} className={styles.changed} data-changed="" tabIndex={-1}>
            <p className={styles.label}>
              {say.lineages[lineage]}
              {change.section !== '' && <span className={styles.section}> · {change.section}</span>}
            </p>
            {view === 'inline' ? (
              <p className={styles.words} lang="es">
                <Runs change={change} side="both" />
              </p>
            ) : (
              <div className={styles.sides}>
                <Side title={say.before} there={lineage !== 'new'}>
                  <Runs change={change} side="before" />
                </Side>
                <Side title={say.after} there={lineage !== 'retired'}>
                  <Runs change={change} side="after" />
                </Side>
              </div>
            )}
            <p className={styles.told}>{inWords(change, told)}</p>
          </li>
        );
      })}
    </ol>
  );
}

function Side({
  title,
  there,
  children,
}: {
  readonly title: string;
  readonly there: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { compare: say } = useWords().history;
  return (
    <div className={styles.side}>
      <h3 className={styles.sideTitle}>{title}</h3>
      {there ? (
        <p className={styles.words} lang="es">
          {children}
        </p>
      ) : (
        <p className={styles.section}>{say.notThere}</p>
      )}
    </div>
  );
}

function Runs({ change, side }: { readonly change: BlockChange; readonly side: 'both' | 'before' | 'after' }): ReactNode {
  const { runs, before, after } = change;
  if (runs.length === 0) return side === 'before' ? before : after;
  const shown = runs.filter(({ kind }) => side === 'both' || kind === 'same' || (kind === 'removed') === (side === 'before'));
  return shown.map((run, at) => <Run key={`${at} ${run.kind}`} run={run} />);
}

function Run({ run: { kind, text } }: { readonly run: WordRun }): ReactNode {
  if (kind === 'added') return <ins className={styles.added}>{text}</ins>;
  if (kind === 'removed') return <del className={styles.removed}>{text}</del>;
  return text;
}
