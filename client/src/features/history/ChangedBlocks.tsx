// What became of each paragraph: its words with what came and went, in one text or two columns, and the same told in words.
import { inWords } from '@cocrea/shared/document/change-in-words.ts';
import type { BlockChange } from '@cocrea/shared/document/lineage.ts';
import { plainNotes } from '@cocrea/shared/document/note-pieces.ts';
import { listInWords } from '@cocrea/shared/i18n/lists.ts';
import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/words.ts';
import { ChangedRuns, runsBy } from './ChangedRuns.tsx';
import styles from './compare.module.css';
import { FootnotedWords } from './FootnotedWords.tsx';
import type { ChangeAuthors } from './use-change-authors.ts';
import { useWords } from './words.ts';

export type View = 'inline' | 'sides';

interface ChangedBlocksProps {
  readonly changes: readonly BlockChange[];
  readonly view: View;
  /** Whose words they are, where that is told. */
  readonly authors?: ChangeAuthors | null;
}

export function ChangedBlocks({ changes, view, authors = null }: ChangedBlocksProps): ReactNode {
  const { compare: say, inWords: told, footnote } = useWords().history;
  return (
    <ol className={styles.blocks} aria-label={say.list} data-view={view}>
      {changes.map((change) => {
        const { lineage, blockId } = change;
        if (lineage === 'same') {
          return (
            <li key={`${lineage} ${blockId}`} className={styles.same} lang="es">
              <FootnotedWords words={change.after} />
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
                <ChangedRuns change={change} side="both" authors={authors} />
              </p>
            ) : (
              <div className={styles.sides}>
                <Side title={say.before} there={lineage !== 'new'}>
                  <ChangedRuns change={change} side="before" authors={authors} />
                </Side>
                <Side title={say.after} there={lineage !== 'retired'}>
                  <ChangedRuns change={change} side="after" authors={authors} />
                </Side>
              </div>
            )}
            <p className={styles.told}>
              {plainNotes(inWords(change, told), footnote.plain)}
              {authors !== null && <ChangedBy change={change} authors={authors} />}
            </p>
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

/** Whose words came and whose went, in a sentence: for whoever cannot point at them. */
function ChangedBy({ change, authors }: { readonly change: BlockChange; readonly authors: ChangeAuthors }): ReactNode {
  const { changedBy } = useWords().history;
  const language = useLanguage();
  const runs = runsBy(change, authors).filter(({ text }) => text.trim() !== '');
  return (['added', 'removed'] as const).map((kind) => {
    const faces = runs.filter((run) => run.kind === kind).map(({ personId }) => authors.faceOf(personId));
    // Whoever is not known is left unsaid.
    const names = listInWords([...new Set(faces.flatMap((face) => (face.kind === null ? [] : [face.name])))], language);
    return names === '' ? null : <span key={kind}> {changedBy[kind](names)}</span>;
  });
}
