// Dots of those without a phone in their hand: how many people they are, what they give between them, and what was counted already.
import { ballotLabelLimit, countedPeopleLimit, type Dots } from '@cocrea/shared/domain/ballot.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { Hand } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useBallots, useCountBallot, useRemoveCountedBallot } from '../../api/ballots.ts';
import { useBoard } from '../../api/contributions.ts';
import { failureWords } from '../../api/failure-words.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import type { TablePlace } from '../../api/tables.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import { choicesOf, dotsFor } from './choices.ts';
import styles from './counted-ballots.module.css';
import { DotPicker } from './DotPicker.tsx';

interface CountedBallotsProps {
  readonly place: TablePlace;
  /** Dots of one person. */
  readonly quota: number;
}

export function CountedBallots({ place, quota }: CountedBallotsProps): ReactNode {
  const { ballots: say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Hand aria-hidden="true" />} onClick={() => setOpen(true)}>
        {say.counted.open}
      </Button>
      {open && (
        <Dialog title={say.counted.title} onClose={() => setOpen(false)} firm>
          <Count place={place} quota={quota} />
        </Dialog>
      )}
    </>
  );
}

interface Draft {
  readonly id: string;
  readonly label: string;
  readonly people: string;
  readonly dots: Dots;
}

const emptyDraft = (): Draft => ({ id: newId(), label: '', people: '', dots: {} });

function Count({ place, quota }: CountedBallotsProps): ReactNode {
  const words = useWords();
  const { counted: say } = words.ballots;
  const choices = choicesOf(useBoard(place).data ?? { clusters: [], contributions: [], dots: null });
  const counted = useBallots(place).data?.counted ?? [];
  const [draft, setDraft] = useState(emptyDraft);
  const [tried, setTried] = useState(0);
  const [idOf] = useState(createSendingIds);
  const count = useCountBallot(place);
  const remove = useRemoveCountedBallot(place);
  const refusal = refusalWords(count.error, { fields: ['label', 'people'], words });
  const people = /^\d{1,3}$/.test(draft.people.trim()) ? Number(draft.people) : 0;
  const peopleWrong = people < 1 || people > countedPeopleLimit;
  const dots = dotsFor(choices, draft.dots);
  const change = (some: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...some }));
    if (count.isError) count.reset();
  };
  const save = (): void => {
    setTried((before) => before + 1);
    if (peopleWrong || draft.label.trim() === '' || count.isPending) return;
    const form = { id: draft.id, label: draft.label, people, dots };
    count.mutate(
      { commandId: idOf(form), ...form },
      {
        onSuccess: () => {
          tell(say.saved(draft.label.trim()));
          setDraft(emptyDraft());
          setTried(0);
        },
      },
    );
  };
  const missing = tried > 0 && draft.label.trim() === '' ? say.labelMissing : undefined;
  return (
    <div className={styles.count}>
      <Form onSubmit={save} refusal={tried + (count.isError ? 0.5 : 0)}>
        <p className={styles.what}>{say.what}</p>
        {refusal.whole !== undefined && <Banner tone="danger">{refusal.whole}</Banner>}
        <TextField
          label={say.label}
          hint={say.labelHint}
          value={draft.label}
          onChange={(label) => change({ label })}
          limit={ballotLabelLimit}
          error={missing ?? refusal.beside.label}
          autoComplete="off"
        />
        <TextField
          label={say.people}
          value={draft.people}
          onChange={(typed) => change({ people: typed })}
          inputMode="numeric"
          error={tried > 0 && peopleWrong ? say.peopleWrong(countedPeopleLimit) : refusal.beside.people}
          autoComplete="off"
        />
        <DotPicker
          choices={choices}
          dots={dots}
          quota={quota * (peopleWrong ? 0 : people)}
          onChange={(next) => change({ dots: next })}
          counted
        />
        <FormActions>
          <Button type="submit" look="primary" pending={count.isPending}>
            {say.save}
          </Button>
        </FormActions>
      </Form>
      <section aria-label={say.list} className={styles.done}>
        <h3 className={styles.title}>{say.list}</h3>
        {remove.isError && <Banner tone="danger">{failureWords(remove.error, words)}</Banner>}
        {counted.length === 0 && <p className={styles.what}>{say.none}</p>}
        <ul>
          {counted.map((one) => (
            <li key={one.id} className={styles.row}>
              <span>{say.row(one.label, one.people)}</span>
              <Button
                look="quiet"
                aria-label={say.removeOf(one.label)}
                pending={remove.isPending}
                onClick={() => remove.mutate(one.id)}
              >
                {say.remove}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
