// The seven kinds of actor: colour and shape together, with their name and alone, on the grounds they stand on.
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import type { CSSProperties, ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { useStyleWords } from './use-style-words.ts';
import { grounds } from './color-pairs.ts';
import styles from './kinds.module.css';
import { Piece, Specimen, Specimens } from './Piece.tsx';

export function KindsSection(): ReactNode {
  const style = useStyleWords();
  return (
    <Piece name="kinds">
      <Specimens>
        {grounds.map((ground) => (
          <Specimen key={ground} label={style.kinds.named(ground)}>
            <ul className={styles.kinds} style={{ '--ground': `var(--${ground})` } as CSSProperties}>
              {actorKinds.map((kind) => (
                <li key={kind}>
                  <ActorKindMark kind={kind} named />
                </li>
              ))}
            </ul>
          </Specimen>
        ))}
        <Specimen label={style.kinds.alone}>
          <div className={styles.alone}>
            {actorKinds.map((kind) => (
              <ActorKindMark key={kind} kind={kind} />
            ))}
          </div>
        </Specimen>
      </Specimens>
    </Piece>
  );
}
