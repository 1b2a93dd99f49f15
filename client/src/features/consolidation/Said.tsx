// An observation in its author's own words, as whoever answers it reads it: what it is about, what it says, what it proposes, and who says it.
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { useLanguage } from '../../ui/words.ts';
import styles from './desk.module.css';
import { Quote } from './Quote.tsx';
import { useWords } from './words.ts';

export function Said({ observation }: { readonly observation: Observation }): ReactNode {
  const { consolidation, observations: about } = useWords();
  const say = consolidation.answer;
  const language = useLanguage();
  const {
    folio,
    quote,
    justification,
    proposedText,
    actorKind,
    authorName,
    onBehalfOf,
    institution,
    kind,
    receivedAt,
    late,
    way,
  } = observation;
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <span className={styles.folio}>{folio}</span>
        <span className={styles.small}>{about.kinds[kind]}</span>
      </div>
      <Quote label={say.quote}>{quote}</Quote>
      <p className={styles.words} lang="es">
        {justification}
      </p>
      {proposedText !== null && <Quote label={say.proposes}>{proposedText}</Quote>}
      <p className={styles.small}>
        <ActorKindMark kind={actorKind} />{' '}
        {[onBehalfOf ?? authorName ?? consolidation.sources.somebody, institution].filter(Boolean).join(' · ')} ·{' '}
        {momentInWords(receivedAt, language)}
        {late && ` · ${about.late}`}
        {way === 'letter' && ` · ${about.letter}`}
      </p>
    </article>
  );
}
