// The form of an observation: what it is about stands at the top, then its kind, the words, and how the text should read. What is typed is kept
// on the device with every letter.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import {
  observationKinds,
  observationLimits,
  type Observation,
  type ObservationKind,
} from '@cocrea/shared/domain/observation.ts';
import { closingDay } from '@cocrea/shared/i18n/dates.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { NetworkFailure } from '../../api/call.ts';
import { sendOne, showObservations, type SentObservation } from '../../api/observations.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { serverNow } from '../../api/server-time.ts';
import { useSending } from '../../api/use-sending.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { forget, recall, remember } from '../../ui/memory.ts';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useLanguage } from '../../ui/words.ts';
import type { ChosenWords } from './chosen-words.ts';
import styles from './observations.module.css';
import { keepWaiting } from './waiting-observations.ts';
import { useWords } from './words.ts';

interface ObserveDialogProps {
  readonly draft: DraftDocument;
  readonly personId: string;
  readonly chosen: ChosenWords;
  readonly onClose: () => void;
  /** Null for one that waits on this device. */
  readonly onSent: (observation: Observation | null) => void;
}

interface Typed {
  readonly kind: ObservationKind | null;
  readonly justification: string;
  readonly proposedText: string;
  readonly onBehalfOf: string;
  readonly showName: boolean;
}
const nothing: Typed = { kind: null, justification: '', proposedText: '', onBehalfOf: '', showName: false };

function keptTyped(name: string): Typed {
  try {
    return { ...nothing, ...(JSON.parse(recall(name) ?? '{}') as Partial<Typed>) };
  } catch {
    return nothing;
  }
}

export function ObserveDialog({ draft, personId, chosen, onClose, onSent }: ObserveDialogProps): ReactNode {
  const words = useWords();
  const { form: say, kinds, kindHints } = words.observations;
  const language = useLanguage();
  const client = useQueryClient();
  const keptAs = `observing.${personId}.${draft.id}.${chosen.blockId}`;
  const [typed, setTyped] = useState(() => keptTyped(keptAs));
  const [id] = useState(newId);
  const [refusal, setRefusal] = useState<object | null>(null);
  const place = { lab: draft.labId, document: draft.id };
  const sending = useSending((body: SentObservation) => sendOne(place, body));
  const change = (part: Partial<Typed>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    remember(keptAs, JSON.stringify(next));
  };
  const { beside, whole } = refusalWords(sending.error, { fields: ['justification', 'proposedText', 'onBehalfOf'], words });
  const missing = refusal === null ? {} : { kind: typed.kind === null, justification: typed.justification.trim() === '' };
  const closesAt = draft.life.consultation?.to ?? 0;
  const closed = draft.state !== 'in_consultation' || serverNow() >= closesAt;

  function send(): void {
    const { kind, justification, proposedText, onBehalfOf, showName } = typed;
    if (kind === null || justification.trim() === '') return setRefusal({});
    const proposed = proposedText.trim() === '' || proposedText === chosen.quote ? null : proposedText;
    const behalf = onBehalfOf.trim() === '' ? null : onBehalfOf;
    const body = {
      id,
      ...chosen,
      kind,
      justification,
      proposedText: proposed,
      onBehalfOf: behalf,
      showName,
      writtenAt: serverNow(),
    };
    sending.send(body, {
      onSuccess: (observation) => {
        forget(keptAs);
        showObservations(client, draft.labId, [observation]);
        onSent(observation);
      },
      onError: (failure) => {
        if (!(failure instanceof NetworkFailure)) return setRefusal({});
        keepWaiting({ ...place, body });
        forget(keptAs);
        onSent(null);
      },
    });
  }

  return (
    <Dialog title={say.title} onClose={onClose} firm>
      <Form onSubmit={send} refusal={refusal}>
        {/* A long paragraph scrolls in its place, by keyboard too. */}
        <blockquote className={styles.quote} aria-label={say.quote} lang="es" tabIndex={0}>
          {chosen.quote}
        </blockquote>
        <RadioCards
          legend={say.kind}
          value={typed.kind}
          error={missing.kind ? say.kindMissing : undefined}
          cards={observationKinds.map((kind) => ({ value: kind, label: kinds[kind], hint: kindHints[kind] }))}
          onChange={(kind) => change({ kind })}
        />
        <LinesField
          label={say.justification}
          hint={say.justificationHint}
          value={typed.justification}
          limit={observationLimits.justification}
          error={missing.justification ? words.ui.required : beside.justification}
          onChange={(justification) => change({ justification })}
        />
        <LinesField
          label={say.proposed}
          hint={say.proposedHint}
          optional
          rows={2}
          value={typed.proposedText}
          limit={observationLimits.proposedText}
          error={beside.proposedText}
          onChange={(proposedText) => change({ proposedText })}
        />
        {typed.proposedText === '' && (
          <div>
            <Button look="quiet" onClick={() => change({ proposedText: chosen.quote })}>
              {say.startFrom}
            </Button>
          </div>
        )}
        <details className={styles.more} open={typed.onBehalfOf !== '' || typed.showName}>
          <summary>{say.more}</summary>
          <TextField
            label={say.onBehalf}
            hint={say.onBehalfHint}
            optional
            value={typed.onBehalfOf}
            limit={observationLimits.onBehalfOf}
            error={beside.onBehalfOf}
            onChange={(onBehalfOf) => change({ onBehalfOf })}
          />
          <Checkbox
            checked={typed.showName}
            label={say.showName}
            hint={say.showNameHint}
            onChange={(showName) => change({ showName })}
          />
        </details>
        <p className={styles.small}>{closed ? say.closedNow : say.closes(closingDay(closesAt, language))}</p>
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{words.ui.cancel}</Button>
          <Button look="primary" type="submit" pending={sending.pending}>
            {say.send}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
