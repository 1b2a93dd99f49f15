// Somebody else answered first: their answer beside one's own words, so that whoever was overtaken decides with both before them. Nothing is sent
// over an answer that was not seen.
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useLanguage } from '../../ui/words.ts';
import { wordsOfBlockIn } from './block-at.ts';
import styles from './desk.module.css';
import { Quote } from './Quote.tsx';
import { useWords } from './words.ts';

interface OvertakenProps {
  /** As they are answered now. */
  readonly answers: readonly Observation[];
  readonly mine: string;
  readonly editor: Editor | null;
}

export function Overtaken({ answers, mine, editor }: OvertakenProps): ReactNode {
  const { consolidation, observations: about } = useWords();
  const say = consolidation.answer;
  const language = useLanguage();
  return (
    <section className={styles.section} aria-label={say.bothAnswers} data-overtaken="">
      {answers.map(({ id, folio, disposition, response, destinations, decidedByName, decidedAt }) => {
        const name = decidedByName ?? consolidation.sources.somebody;
        return (
          <div key={id} className={styles.section}>
            <Banner tone="warning">{say.overtaken(folio, name)}</Banner>
            <div className={styles.card}>
              <p className={styles.small}>{decidedAt !== null && say.signed(name, momentInWords(decidedAt, language))}</p>
              <p className={styles.heading}>{disposition === null ? about.states.analysing : about.dispositions[disposition]}</p>
              {response !== null && <Quote label={say.theirs}>{response}</Quote>}
              {destinations.length > 0 && (
                <>
                  <p className={styles.small}>{say.destinations}</p>
                  <ul className={styles.destinations}>
                    {destinations.map(({ blockId }) => (
                      <li key={blockId} className={styles.clamp} lang="es">
                        {(editor && wordsOfBlockIn(editor.state.doc, blockId)) ?? say.gone}
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          </div>
        );
      })}
      {mine.trim() !== '' && (
        <div className={styles.card}>
          <Quote label={say.yours}>{mine}</Quote>
        </div>
      )}
      <p className={styles.small}>{say.overtakenWays}</p>
    </section>
  );
}

interface LaidAsideProps {
  /** What somebody had written before they took the other answer. */
  readonly words: string;
  /** Where it can still be put; none where the answer does not change any more. */
  readonly onUse?: () => void;
  readonly onDiscard: () => void;
}

/** Words that were overtaken stay within reach until their writer lets them go. */
export function LaidAside({ words, onUse, onDiscard }: LaidAsideProps): ReactNode {
  const { answer: say } = useWords().consolidation;
  return (
    <div className={styles.card} data-laid-aside="">
      <Quote label={say.yours}>{words}</Quote>
      <div className={styles.ways}>
        {onUse !== undefined && (
          <Button look="quiet" onClick={onUse}>
            {say.useMine}
          </Button>
        )}
        <Button look="quiet" onClick={onDiscard}>
          {say.discardMine}
        </Button>
      </div>
    </div>
  );
}
