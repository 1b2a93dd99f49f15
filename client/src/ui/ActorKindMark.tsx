// The kind of actor somebody speaks as: a colour and a shape, everywhere the same, so that neither is needed to tell the other.
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { ReactNode } from 'react';
import styles from './actor-kind-mark.module.css';
import { useWords } from './words.ts';

const shapes: Record<ActorKind, ReactNode> = {
  ciudadania: <circle cx="8" cy="8" r="6.5" />,
  ong: <path d="M8 1.5 15 14H1z" />,
  sector_publico: <rect x="2" y="2" width="12" height="12" />,
  academia: <path d="M8 .8 15.2 8 8 15.2.8 8z" />,
  privado: <path d="M8 1 15.1 6.2 12.4 14.6H3.6L.9 6.2z" />,
  cooperacion: <path d="M6 1.5h4V6h4.5v4H10v4.5H6V10H1.5V6H6z" />,
  otro: <path fillRule="evenodd" d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 2.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8z" />,
};

interface ActorKindMarkProps {
  readonly kind: ActorKind;
  /** With its name beside it; alone, the name is only read out. */
  readonly named?: boolean;
  /** The name is said elsewhere. */
  readonly silent?: boolean;
}

export function ActorKindMark({ kind, named = false, silent = false }: ActorKindMarkProps): ReactNode {
  const { ui } = useWords();
  const label = ui.actorKinds[kind];
  return (
    <span className={styles.mark} data-kind={kind}>
      <svg
        viewBox="0 0 16 16"
        className={styles.shape}
        {...(named || silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      >
        {shapes[kind]}
      </svg>
      {named && <span className={styles.name}>{label}</span>}
    </span>
  );
}
