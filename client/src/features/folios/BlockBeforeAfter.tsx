// A paragraph in two drafts, side by side, with what changed marked and told in words.
import type { FolioRecord } from '@cocrea/shared/api/folios.ts';
import type { ReactNode } from 'react';
import { changeInWords } from './change-in-words.ts';
import { FootnotedWords } from '../history/FootnotedWords.tsx';
import styles from './folio.module.css';
import { useWords } from './words.ts';

interface BlockBeforeAfterProps {
  readonly block: FolioRecord['blocks'][number];
  /** Of the earlier one; null where it is not known. */
  readonly draftNo: number | null;
  /** There is a later text to compare with. */
  readonly decided: boolean;
}

export function BlockBeforeAfter({ block, draftNo, decided }: BlockBeforeAfterProps): ReactNode {
  const { folios: say } = useWords();
  const { before, after, runs, observed } = block;
  const told =
    before === '' ? [say.isNew] : after === '' ? [say.isGone] : before === after ? [say.unchanged] : changeInWords(runs, say);
  const side = (without: 'added' | 'removed'): ReactNode =>
    runs
      .filter(({ kind }) => kind !== without)
      .map(({ kind, text }, index) => (
        // Runs have no name of their own: their place is all that tells them apart.
        <span key={`${index} ${kind}`} className={styles.run} data-kind={kind}>
          <FootnotedWords words={text} />
        </span>
      ));
  return (
    <div className={styles.block}>
      <h3 className={styles.small}>{observed ? say.observedHere : say.tookIt}</h3>
      {decided ? (
        <>
          <div className={styles.columns}>
            {before !== '' && (
              <div className={styles.side}>
                {draftNo !== null && <p className={styles.small}>{say.before(draftNo)}</p>}
                <p lang="es">{side('added')}</p>
              </div>
            )}
            {after !== '' && (
              <div className={styles.side}>
                {draftNo !== null && <p className={styles.small}>{say.before(draftNo + 1)}</p>}
                <p lang="es">{side('removed')}</p>
              </div>
            )}
          </div>
          <ul className={styles.told}>
            {told.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <p lang="es" className={styles.side}>
          <FootnotedWords words={before} />
        </p>
      )}
    </div>
  );
}
