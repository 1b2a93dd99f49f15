// What the table said, read back to it: one cluster at a time over the whole screen, in letters for those at the far end of the table. Confirmed,
// it is validated; what is not, waits. Leaving it remembers the place.
import { CheckCheck, ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '../../ui/Button.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { useWords } from './words.ts';
import type { Card } from './board-view.ts';
import { AgreementSaid } from './ClusterCard.tsx';
import { Origin } from './ContributionText.tsx';
import styles from './read-aloud.module.css';

interface ReadAloudProps {
  readonly cards: readonly Card[];
  readonly questions: readonly string[];
  /** The card to begin with; the first that is not validated where it is null or gone. */
  readonly startAt: string | null;
  readonly onReach: (id: string | null) => void;
  readonly onValidate: (card: Card, validated: boolean) => void;
  readonly onLeave: () => void;
}

export function ReadAloud({ cards, questions, startAt, onReach, onValidate, onLeave }: ReadAloudProps): ReactNode {
  const { board: say } = useWords();
  const titleId = useId();
  const [at, setAt] = useState<string | null>(() => firstToRead(cards, startAt));
  const [ended, setEnded] = useState(false);
  const index = cards.findIndex(({ id }) => id === at);
  const card = ended ? undefined : cards[index];
  const isValidated = card !== undefined && card.cluster.validatedAt !== null;
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed may have gone with what it was about.
    const focused = document.activeElement;
    if (focused === document.body || focused?.getAttribute('role') === 'dialog')
      foot.current?.querySelector<HTMLElement>('button:last-child:not(:disabled), button:not(:disabled)')?.focus();
  }, [card?.id, ended]);
  useEffect(() => onReach(ended ? null : at), [at, ended, onReach]);
  // Grouped away under the reader's eyes: the next one in its place.
  useEffect(() => {
    if (index === -1 && !ended) setAt(firstToRead(cards, null));
  }, [index, ended, cards]);

  const validated = cards.filter(({ cluster }) => cluster.validatedAt !== null).length;
  const go = (step: 1 | -1): void => {
    const next = cards[(ended ? cards.length : index) + step];
    if (next) {
      setAt(next.id);
      setEnded(false);
    } else if (step === 1) setEnded(true);
  };
  const confirm = (): void => {
    if (!card) return;
    if (!isValidated) onValidate(card, true);
    go(1);
  };
  const latest = useRef<(key: string) => (() => void) | undefined>(() => undefined);
  useEffect(() => {
    latest.current = (key) => ({ ArrowLeft: () => go(-1), ArrowRight: () => go(1), c: confirm, C: confirm })[key];
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const act = latest.current(event.key);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onLeave()} className={styles.overlay ?? ''}>
      <Modal className={styles.screen ?? ''}>
        <Dialog aria-labelledby={titleId} className={styles.dialog ?? ''}>
          <div className={styles.reading}>
            <div className={styles.head}>
              <p className={styles.progress} role="status">
                {card && say.reading.progress(index + 1, cards.length)}
              </p>
              <Button icon={<X aria-hidden="true" />} onClick={onLeave}>
                {say.reading.leave}
              </Button>
            </div>
            {card ? (
              <Reading card={card} titleId={titleId} question={questions[card.cluster.question - 1] ?? ''} />
            ) : (
              <div className={styles.end}>
                <h2 id={titleId} className={styles.endTitle}>
                  {say.reading.end}
                </h2>
                <p>{say.reading.endCount(validated, cards.length)}</p>
                {validated < cards.length && (
                  <Button
                    onClick={() => {
                      setAt(firstToRead(cards, null));
                      setEnded(false);
                    }}
                  >
                    {say.reading.again}
                  </Button>
                )}
              </div>
            )}
            <div ref={foot} className={styles.foot}>
              <Button
                icon={<ChevronLeft aria-hidden="true" />}
                disabled={card !== undefined && index === 0}
                onClick={() => go(-1)}
              >
                {say.reading.previous}
              </Button>
              {card && !isValidated && <Button onClick={() => go(1)}>{say.reading.later}</Button>}
              {card && (
                <Button
                  look="primary"
                  icon={isValidated ? <ChevronRight aria-hidden="true" /> : <CheckCheck aria-hidden="true" />}
                  onClick={confirm}
                >
                  {isValidated ? say.reading.next : say.reading.confirm}
                </Button>
              )}
            </div>
            <p className={styles.keys}>{say.reading.keys}</p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function firstToRead(cards: readonly Card[], startAt: string | null): string | null {
  const wanted = cards.find(({ id }) => id === startAt) ?? cards.find(({ cluster }) => cluster.validatedAt === null);
  return (wanted ?? cards[0])?.id ?? null;
}

function Reading({
  card: { cluster, contributions },
  titleId,
  question,
}: {
  readonly card: Card;
  readonly titleId: string;
  readonly question: string;
}): ReactNode {
  const { board: say } = useWords();
  return (
    <div className={styles.said} aria-live="polite">
      <h2 id={titleId} className={styles.question} lang="es">
        {say.reading.question(cluster.question, question)}
      </h2>
      {contributions.map((one) => (
        <div key={one.id} className={styles.one}>
          <p className={styles.text} lang={one.language}>
            {one.text}
          </p>
          <div className={styles.origin}>
            <span>{one.folio}</span>
            <Origin contribution={one} />
          </div>
        </div>
      ))}
      {cluster.agreement !== null && <AgreementSaid level={cluster.agreement} />}
      {cluster.minorityView !== null && (
        <div className={styles.minority}>
          <p className={styles.minorityTitle}>{say.minority}</p>
          <p lang="es">{cluster.minorityView}</p>
        </div>
      )}
      {cluster.validatedAt !== null && (
        <p>
          <StatusPill tone="good" icon={<CheckCheck aria-hidden="true" />}>
            {say.reading.confirmed}
          </StatusPill>
        </p>
      )}
    </div>
  );
}
