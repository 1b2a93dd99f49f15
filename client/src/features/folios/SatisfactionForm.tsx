// Asks the author of an observation whether its answer satisfies them; an objection stands with its reason.
import type { stateSatisfaction } from '@cocrea/shared/api/observations.ts';
import type { FolioRecord } from '@cocrea/shared/api/folios.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { observationLimits } from '@cocrea/shared/domain/observation.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { call } from '../../api/call.ts';
import { folioKey, myFoliosKey } from '../../api/keys.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { useSending } from '../../api/use-sending.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import styles from './folio.module.css';
import { useWords } from './words.ts';

interface SatisfactionFormProps {
  readonly labId: string;
  readonly folio: string;
  readonly mine: NonNullable<FolioRecord['mine']>;
  readonly satisfaction: FolioRecord['satisfaction'];
  readonly reason: string | null;
}

export function SatisfactionForm({ labId, folio, mine, satisfaction, reason: before }: SatisfactionFormProps): ReactNode {
  const words = useWords();
  const say = words.folios.satisfaction;
  const client = useQueryClient();
  const [objecting, setObjecting] = useState(false);
  const [changing, setChanging] = useState(false);
  const [reason, setReason] = useState(before ?? '');
  const [refusal, setRefusal] = useState<object | null>(null);
  const { id, version } = mine;
  const sending = useSending(
    useCallback(
      (satisfied: boolean) =>
        call<typeof stateSatisfaction>('POST /api/labs/:lab/observations/:id/satisfaction', {
          params: { lab: labId, id },
          body: {
            commandId: newId(),
            version,
            satisfaction: satisfied ? 'satisfied' : 'unsatisfied',
            reason: satisfied ? null : reason,
          },
        }),
      [labId, id, version, reason],
    ),
  );
  const { beside, whole } = refusalWords(sending.error, { fields: ['reason'], words });
  const send = (satisfied: boolean): void => {
    if (!satisfied && reason.trim() === '') return setRefusal({});
    sending.send(satisfied, {
      onSuccess: () => {
        setObjecting(false);
        setChanging(false);
        void client.invalidateQueries({ queryKey: folioKey(folio) });
        void client.invalidateQueries({ queryKey: myFoliosKey(labId) });
      },
      onError: setRefusal,
    });
  };
  if (satisfaction !== 'none' && !changing) {
    return (
      <div className={styles.satisfaction}>
        <p role="status">{say.done}</p>
        <p>{satisfaction === 'satisfied' ? say.yes : `${say.unsatisfied}: ${before ?? ''}`}</p>
        <div>
          <Button look="quiet" onClick={() => setChanging(true)}>
            {say.change}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <section className={styles.satisfaction} aria-label={say.ask}>
      <h3 className={styles.heading}>{say.ask}</h3>
      {objecting ? (
        <Form onSubmit={() => send(false)} refusal={refusal}>
          <LinesField
            label={say.reason}
            hint={say.reasonHint}
            value={reason}
            limit={observationLimits.satisfactionReason}
            error={refusal !== null && reason.trim() === '' ? words.ui.required : beside.reason}
            onChange={setReason}
            autoFocus
          />
          {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
          <FormActions>
            <Button onClick={() => setObjecting(false)}>{words.ui.cancel}</Button>
            <Button look="primary" type="submit" pending={sending.pending}>
              {say.send}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <>
          {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
          <div className={styles.choices}>
            <Button pending={sending.pending} onClick={() => send(true)}>
              {say.yes}
            </Button>
            <Button onClick={() => setObjecting(true)}>{say.no}</Button>
          </div>
        </>
      )}
    </section>
  );
}
