// Who has this document open, and where each is in it.
import type { Me } from '@cocrea/shared/api/session.ts';
import type { ReactNode } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { PersonMark } from '../ui/PersonMark.tsx';
import { useWords } from './words.ts';
import styles from './side-panel.module.css';
import { useOthers } from './use-others.ts';

interface PeopleHereProps {
  readonly awareness: Awareness;
  /** How many people are here, oneself among them, where only some of them are shown; 0 otherwise. */
  readonly crowd: number;
  readonly me: Pick<Me, 'personId' | 'name' | 'color'>;
  /** Brings the caret of that screen into view. */
  readonly onGoTo: (clientId: number) => void;
}

export function PeopleHere({ awareness, crowd, me, onGoTo }: PeopleHereProps): ReactNode {
  const words = useWords().editor.people;
  const others = useOthers(awareness, me.personId);
  const elsewhere = crowd - others.length - 1;
  return (
    <section className={styles.section} aria-label={words.label}>
      <h2 className={styles.title}>{words.label}</h2>
      <ul className={styles.people}>
        <li className={styles.person}>
          <PersonMark name={me.name} color={me.color} silent />
          <span>{words.you}</span>
        </li>
        {others.map(({ clientId, name, color, actorKind, caret }) => (
          <li key={clientId}>
            {caret ? (
              <button type="button" className={`${styles.person} ${styles.jump}`} onClick={() => onGoTo(clientId)}>
                <PersonMark name={name} color={color} kind={actorKind} silent />
                <span aria-hidden="true">{name || words.unnamed}</span>
                <span className="visually-hidden">{words.goTo(name || words.unnamed)}</span>
              </button>
            ) : (
              <span className={styles.person}>
                <PersonMark name={name} color={color} kind={actorKind} silent />
                <span>{words.noCaret(name || words.unnamed)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {elsewhere > 0 && <p className={styles.empty}>{words.elsewhere(elsewhere)}</p>}
      {others.length === 0 && elsewhere <= 0 && <p className={styles.empty}>{words.alone}</p>}
    </section>
  );
}
