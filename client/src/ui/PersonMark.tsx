// A person in a circle: initials on the colour they write with, and the shape of their kind of actor at its edge.
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { CSSProperties, ReactNode } from 'react';
import { ActorKindMark } from './ActorKindMark.tsx';
import styles from './person-mark.module.css';

/** How many colours people write with. */
const colors = 12;

/** The colour of index `color` as a value of CSS; right in light and in dark. */
export function personColor(color: number): string {
  return `var(--person-${((Math.trunc(color) % colors) + colors) % colors})`;
}

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' });

/** The first sign of the first and of the last word: `MB` of Marisol Tzoc Barrientos. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return chosen
    .map((word = '') => graphemes.segment(word)[Symbol.iterator]().next().value?.segment.toLocaleUpperCase('es') ?? '')
    .join('');
}

interface PersonMarkProps {
  readonly name: string;
  readonly color: number;
  readonly kind?: ActorKind;
  /** The name stands beside it and need not be read out twice. */
  readonly silent?: boolean;
}

export function PersonMark({ name, color, kind, silent = false }: PersonMarkProps): ReactNode {
  return (
    <span className={styles.person} style={{ '--person': personColor(color) } as CSSProperties}>
      <span className={styles.circle} {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}>
        {initialsOf(name)}
      </span>
      {kind !== undefined && (
        <span className={styles.kind}>
          <ActorKindMark kind={kind} silent={silent} />
        </span>
      )}
    </span>
  );
}
