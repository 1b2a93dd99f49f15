// Changes since the draft before that nobody asked for: shown in the text, given an origin, or declared INAP's own with a reason.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { originReasonLimit } from '@cocrea/shared/domain/origin.ts';
import { useState, type ReactNode } from 'react';
import { useDeclaring, useUnexplained } from '../../api/consolidation.ts';
import { failureWords } from '../../api/failure-words.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { tell } from '../../ui/Toast.tsx';
import { FootnotedWords } from '../history/FootnotedWords.tsx';
import { openingWords } from '@cocrea/shared/domain/opening-words.ts';
import styles from './desk.module.css';
import { useWords } from './words.ts';

interface UnexplainedListProps {
  readonly draft: DraftDocument;
  readonly onShow: (blockId: string) => void;
  readonly onClose: () => void;
}

export function UnexplainedList({ draft, onShow, onClose }: UnexplainedListProps): ReactNode {
  const words = useWords();
  const say = words.consolidation.unexplained;
  const place = { lab: draft.labId, document: draft.id };
  const answer = useUnexplained(place, { wanted: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [declaring, setDeclaring] = useState(false);
  const { data } = answer;
  if (declaring) {
    const blockIds = [...chosen].filter((id) => data?.changes.some(({ blockId }) => blockId === id));
    return (
      <DeclareDialog
        place={place}
        blockIds={blockIds}
        onClose={() => setDeclaring(false)}
        onDone={() => {
          setChosen(new Set());
          setDeclaring(false);
        }}
      />
    );
  }
  const toggle = (blockId: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(blockId);
    else next.delete(blockId);
    setChosen(next);
  };
  return (
    <Dialog title={say.title(data?.changes.length ?? 0)} onClose={onClose}>
      {data === undefined ? (
        answer.error ? (
          <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
            {failureWords(answer.error, words)}
          </ErrorState>
        ) : (
          <Skeleton lines={4} />
        )
      ) : (
        <>
          <p>{data.changes.length === 0 ? say.none : say.traced(data.explained, data.changed)}</p>
          <ul className={styles.list}>
            {data.changes.map(({ blockId, lineage, section, runs, before, after }) => (
              <li key={blockId} className={styles.card}>
                <div className={styles.head}>
                  <span className={styles.small}>
                    {say.lineage[lineage]}
                    {section !== '' && ` · ${section}`}
                  </span>
                </div>
                <p lang="es">
                  {runs.length === 0 ? (
                    <FootnotedWords words={after || before} />
                  ) : (
                    runs.map(({ kind, text }, index) => (
                      // Runs have no name of their own: their place is all that tells them apart.
                      <span key={`${index} ${kind}`} className={styles.run} data-kind={kind}>
                        <FootnotedWords words={text} />
                      </span>
                    ))
                  )}
                </p>
                <Checkbox
                  checked={chosen.has(blockId)}
                  label={say.select(openingWords(after || before))}
                  onChange={(on) => toggle(blockId, on)}
                />
                {lineage !== 'retired' && (
                  <div className={styles.ways}>
                    <Button
                      look="quiet"
                      onClick={() => {
                        onClose();
                        onShow(blockId);
                      }}
                    >
                      {words.consolidation.origins.show}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
          <FormActions>
            <Button onClick={onClose}>{words.ui.close}</Button>
            <Button look="primary" disabled={chosen.size === 0} onClick={() => setDeclaring(true)}>
              {say.declare}
            </Button>
          </FormActions>
        </>
      )}
    </Dialog>
  );
}

interface DeclareDialogProps {
  readonly place: { readonly lab: string; readonly document: string };
  readonly blockIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DeclareDialog({ place, blockIds, onClose, onDone }: DeclareDialogProps): ReactNode {
  const words = useWords();
  const say = words.consolidation.unexplained;
  const declaring = useDeclaring(place);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<object | null>(null);
  const { beside, whole } = refusalWords(declaring.error, { fields: ['reason'], words });
  const missing = refusal !== null && reason.trim() === '' ? words.ui.required : undefined;
  function send(): void {
    if (reason.trim() === '') return setRefusal({});
    declaring.mutate(
      { blockIds, reason },
      {
        onSuccess: () => {
          tell(say.done(blockIds.length));
          onDone();
        },
        onError: setRefusal,
      },
    );
  }
  return (
    <Dialog title={say.declareTitle(blockIds.length)} onClose={onClose} firm>
      <Form onSubmit={send} refusal={refusal}>
        <LinesField
          label={say.reason}
          hint={say.reasonHint}
          value={reason}
          limit={originReasonLimit}
          error={missing ?? beside.reason}
          onChange={setReason}
          autoFocus
        />
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{words.ui.cancel}</Button>
          <Button look="primary" type="submit" pending={declaring.isPending}>
            {say.declare}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
