// One folio, told: the words, the way, the answer, the text.
import type { FolioRecord } from '@cocrea/shared/api/folios.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { useLanguage } from '../../ui/words.ts';
import { BlockBeforeAfter } from './BlockBeforeAfter.tsx';
import { FootnotedWords } from '../history/FootnotedWords.tsx';
import styles from './folio.module.css';
import { SatisfactionForm } from './SatisfactionForm.tsx';
import { useWords } from './words.ts';

interface FolioRecordViewProps {
  readonly record: FolioRecord;
  /** The same folio was given in several labs. */
  readonly severalLabs: boolean;
}

export function FolioRecordView({ record, severalLabs }: FolioRecordViewProps): ReactNode {
  const { folios: say, observations: about } = useWords();
  const language = useLanguage();
  const { what, lab, draftNo, text, quote, proposedText, kind, actorKind, name, onBehalfOf, timeline, disposition, outcome } =
    record;
  const { response, signedBy, decidedAt, duplicateOf, blocks, satisfaction, satisfactionReason, mine } = record;
  const decided = disposition !== null || outcome !== null;
  return (
    <article className={styles.record} data-folio={record.folio}>
      <p className={styles.about}>
        <StatusPill>{say.what[what]}</StatusPill>
        {[draftNo !== null && what !== 'contribution' && say.onDraft(draftNo), lab.name, kind !== null && about.kinds[kind]]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {severalLabs && <h2 className={styles.heading}>{lab.name}</h2>}
      <div className={styles.columns}>
        <section className={styles.section}>
          <h2 className={styles.heading}>{say.sent}</h2>
          {quote !== null && quote !== '' && (
            <>
              <p className={styles.small}>{say.quote}</p>
              <blockquote className={styles.quote} lang="es">
                <FootnotedWords words={quote} />
              </blockquote>
            </>
          )}
          <p className={styles.words} lang="es">
            {text === '' ? say.notPublic : text}
          </p>
          {proposedText !== null && (
            <>
              <p className={styles.small}>{say.proposes}</p>
              <blockquote className={styles.quote} lang="es">
                {proposedText}
              </blockquote>
            </>
          )}
          <p className={styles.small}>
            {actorKind !== null && <ActorKindMark kind={actorKind} named />}{' '}
            {[
              name === null ? say.anonymous : say.by(name),
              onBehalfOf !== null && say.onBehalf(onBehalfOf),
              record.late && say.late,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </section>
        <section className={styles.section}>
          <h2 className={styles.heading}>{say.timeline}</h2>
          <ol className={styles.timeline}>
            {timeline.map(({ step, at }) => (
              <li key={step}>
                <Check aria-hidden="true" size={16} />
                <span>
                  {say.steps[step]}
                  {at !== null && <span className={styles.small}> {momentInWords(at, language)}</span>}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <section className={styles.section}>
        <h2 className={styles.heading}>{say.answer}</h2>
        {!decided && <Banner>{what === 'observation' ? say.waiting : say.waitingContribution}</Banner>}
        {disposition !== null && <p className={styles.disposition}>{about.dispositions[disposition]}</p>}
        {outcome !== null && <p className={styles.disposition}>{say.outcomes[outcome]}</p>}
        {duplicateOf !== null && <p>{say.duplicate(duplicateOf)}</p>}
        {response !== null && (
          <p className={styles.words} lang="es">
            {response}
          </p>
        )}
        {decidedAt !== null && (
          <p className={styles.small}>
            {signedBy === null
              ? say.signedNoName(momentInWords(decidedAt, language))
              : say.signed(signedBy, momentInWords(decidedAt, language))}
          </p>
        )}
        {mine !== null && (
          <SatisfactionForm
            labId={lab.id}
            folio={record.folio}
            mine={mine}
            satisfaction={satisfaction}
            reason={satisfactionReason}
          />
        )}
        {mine === null && satisfaction === 'satisfied' && <p className={styles.small}>{say.satisfaction.satisfied}</p>}
        {mine === null && satisfaction === 'unsatisfied' && (
          <Banner tone="warning">
            {say.satisfaction.unsatisfied}: {satisfactionReason}
          </Banner>
        )}
      </section>
      {blocks.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.heading}>{say.text}</h2>
          {blocks.map((block) => (
            <BlockBeforeAfter key={block.blockId} block={block} draftNo={draftNo} decided={decided} />
          ))}
        </section>
      )}
    </article>
  );
}
