// Somebody comes back with words for a draft that was frozen meanwhile: what they wrote beside what was frozen, and three ways, of which none is
// taken for them: send as late (or as observations, while those are open), keep, throw away.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { isInConsultation } from '@cocrea/shared/domain/draft.ts';
import { dayOfMoment } from '@cocrea/shared/i18n/dates.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { CircleCheck } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { failureWords } from '../../../api/failure-words.ts';
import { serverNow } from '../../../api/server-time.ts';
import { useActor } from '../../../api/session.ts';
import type { UnsentWords } from '../../../editor/editor-extras.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useFocusFallback } from '../../../ui/focus-fallback.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { tell } from '../../../ui/Toast.tsx';
import { useLanguage } from '../../../ui/words.ts';
import { useWords } from '../words.ts';
import { ComparedBlocks } from './ComparedBlocks.tsx';
import styles from './late-return.module.css';
import { ObserveDialog } from './ObserveDialog.tsx';
import { useLateReturn } from './use-late-return.ts';

interface LateReturnProps {
  readonly draft: DraftDocument;
  readonly unsent: UnsentWords;
  /** Told once one's own words are kept apart from it: from then on the page shows the frozen text. */
  readonly onFrozenText: (body: DocumentJson) => void;
}

export default function LateReturn({ draft, unsent, onFrozenText }: LateReturnProps): ReactNode {
  const words = useWords();
  const { late: say } = words.drafts;
  const language = useLanguage();
  const actor = useActor();
  const [asked, setAsked] = useState<'discard' | 'observe' | null>(null);
  const back = useLateReturn(draft, unsent);
  const { changes, decision, sending, failure, frozenBody } = back;
  const known = changes !== null;
  useEffect(() => {
    if (known && frozenBody) onFrozenText(frozenBody);
  }, [known, frozenBody, onFrozenText]);
  const [place, focusPlace] = useFocusFallback<HTMLElement>();
  const close = (): void => setAsked(null);
  // What is said stands over a long text: whoever decided far below is brought to it.
  const decide = (kept: boolean): void => {
    back.keep(kept);
    focusPlace();
  };
  if (unsent.pending === 0) {
    const sent = Object.values(decision.sent);
    if (sent.length === 0) return null;
    const observed = sent.every(({ as }) => as === 'observation');
    return (
      <section className={styles.panel} data-tone="done" aria-live="polite">
        <h2 className={styles.title}>
          <CircleCheck aria-hidden="true" />
          {observed ? say.sentObserved(sent.length) : say.sent(sent.length)}
        </h2>
        <p>{say.sentWhat(sent.map(({ folio }) => folio).join(', '))}</p>
        <div className={styles.actions}>
          <Button onClick={back.putAway}>{say.sentGo}</Button>
        </div>
      </section>
    );
  }
  if (decision.kept) {
    return (
      <section ref={place} tabIndex={-1} className={styles.panel}>
        <h2 className={styles.title}>{say.kept}</h2>
        <p>{say.keptWhat}</p>
        <div className={styles.actions}>
          <Button look="primary" onClick={() => decide(false)}>
            {say.decide}
          </Button>
          {unsent.takeAlong}
        </div>
      </section>
    );
  }
  if (changes === null) {
    return (
      <section className={styles.panel} aria-busy={failure === null}>
        <h2 className={styles.title}>{say.title(draft.title)}</h2>
        {failure === null && unsent.isWhole ? (
          <Skeleton lines={3} />
        ) : (
          <p>
            {say.waits} {say.shown}
          </p>
        )}
        {failure !== null && <Banner tone="danger">{failureWords(failure, words)}</Banner>}
        <div className={styles.actions}>{unsent.takeAlong}</div>
      </section>
    );
  }
  const { blocks, format } = changes;
  if (blocks.length === 0 && !format) {
    return (
      <Banner tone="success" action={<Button onClick={() => void back.discard()}>{say.nothingGo}</Button>}>
        {say.nothing}
      </Banner>
    );
  }
  const maySend = can(actor, 'late_writing.send', { labId: draft.labId }) && blocks.length > 0;
  const consulted = isInConsultation(draft.life, { state: draft.state, now: serverNow() });
  const mayObserve =
    consulted && can(actor, 'observation.send', { labId: draft.labId }) && blocks.some(({ anchor }) => anchor !== null);
  const when = draft.life.frozen === null ? '' : dayOfMoment(draft.life.frozen.at, language);
  return (
    <section ref={place} tabIndex={-1} className={styles.panel}>
      <h2 className={styles.title}>{say.title(draft.title)}</h2>
      <p>{say.what(draft.title, when)}</p>
      <ComparedBlocks blocks={blocks} sent={decision.sent} />
      {format && <p className={styles.quiet}>{say.onlyFormat}</p>}
      {maySend ? <p className={styles.quiet}>{say.sendWhat}</p> : blocks.length > 0 && <p>{say.mayNot}</p>}
      {failure !== null && <Banner tone="danger">{failureWords(failure, words)}</Banner>}
      <p role="status" className={styles.quiet}>
        {sending !== null && say.sending(sending.done, sending.total)}
      </p>
      <div className={styles.actions}>
        {maySend && (
          <Button look="primary" pending={sending !== null} onClick={() => void back.sendLate()}>
            {say.send(blocks.length)}
          </Button>
        )}
        {mayObserve && (
          <Button pending={sending !== null} onClick={() => setAsked('observe')}>
            {say.observe(blocks.length)}
          </Button>
        )}
        <Button onClick={() => decide(true)}>{say.keep}</Button>
        <Button look="quiet" onClick={() => setAsked('discard')}>
          {say.discard}
        </Button>
      </div>
      <div className={styles.actions}>{unsent.takeAlong}</div>
      {asked === 'observe' && <ObserveDialog count={blocks.length} back={back} onClose={close} />}
      {asked === 'discard' && (
        <ConfirmDialog
          title={say.discardTitle}
          action={say.discard}
          danger
          onClose={close}
          onConfirm={() => {
            close();
            void back.discard().then(() => tell(say.discarded));
          }}
        >
          <p>{say.discardWhat(Math.max(1, blocks.length))}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
