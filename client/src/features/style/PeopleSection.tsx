// People: the twelve colours they write with, each with initials, the shape of an actor kind and the pattern under what they select.
import '../../editor/carets.css';
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import type { ReactNode } from 'react';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { useStyleWords } from './use-style-words.ts';
import styles from './people.module.css';
import { Piece, Specimen, Specimens } from './Piece.tsx';

/** Nobody's names. */
const names = [
  'Marisol Tzoc Barrientos',
  'Elías Cuxum',
  'Ángela Ñique',
  'Kʼiché Batz',
  'Olga Ventura Saquic',
  'Úrsula Xiloj',
  'Tomás',
  'José-María Xiquín de la Roca',
  'Ixmucané Chávez',
  'Wendy Ajanel',
  '🌽 Milpa',
  'Zoila Quib',
] as const;

export function PeopleSection(): ReactNode {
  const style = useStyleWords();
  return (
    <Piece name="people">
      <ul className={styles.people}>
        {names.map((name, color) => {
          const kind = actorKinds[color % actorKinds.length];
          return (
            <li key={name} className={styles.person}>
              <PersonMark name={name} color={color} silent {...(kind && { kind })} />
              <span className={styles.words}>
                <span>{name}</span>
                <span className={`tint ${styles.selection}`} data-person={color}>
                  {style.people.selection}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      <Specimens>
        <Specimen label={style.people.alone}>
          <PersonMark name={names[0]} color={0} kind="ciudadania" />
        </Specimen>
        <Specimen label={style.people.noKind}>
          <PersonMark name={names[1]} color={1} />
        </Specimen>
      </Specimens>
    </Piece>
  );
}
