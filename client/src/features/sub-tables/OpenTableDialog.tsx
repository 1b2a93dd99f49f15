// Opens a table: a short list of what should be ready, who takes notes, how the table works. What is usual is filled in already.
import { clockMinutesLimit } from '@cocrea/shared/domain/table-clock.ts';
import {
  dotsDefault,
  dotsLimit,
  minutesDefault,
  seatsDefault,
  seatsLimit,
  type TableMode,
  type TableNow,
} from '@cocrea/shared/domain/table-session.ts';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { refusalWords } from '../../api/refusal-words.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import { serverNow } from '../../api/server-time.ts';
import { useOpenTable } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from './words.ts';
import styles from './dialogs.module.css';
import { NoteTakerSelect } from './NoteTakerSelect.tsx';
import { momentOfGuatemala, wholeNumber } from './typed-fields.ts';

interface OpenTableDialogProps {
  readonly lab: string;
  readonly table: TableNow;
  readonly onClose: () => void;
}

export function OpenTableDialog({ lab, table: { subTable }, onClose }: OpenTableDialogProps): ReactNode {
  const words = useWords();
  const { tables, ui } = words;
  const say = tables.opening;
  const { no } = subTable;
  const [, go] = useLocation();
  const open = useOpenTable({ lab, no });
  const [ready, setReady] = useState({ qr: false, paper: false });
  const [noteTakerId, setNoteTakerId] = useState<string | null>(null);
  const [mode, setMode] = useState<TableMode>('hall');
  const [until, setUntil] = useState('');
  const [minutes, setMinutes] = useState(String(minutesDefault));
  const [seats, setSeats] = useState(String(seatsDefault));
  const [dots, setDots] = useState(String(dotsDefault));
  const [anonymousDots, setAnonymousDots] = useState(false);
  const [tried, setTried] = useState(0);
  const [idOf] = useState(createSendingIds);

  const openUntil = mode === 'until' ? momentOfGuatemala(until) : null;
  const read = {
    minutes: wholeNumber(minutes, clockMinutesLimit),
    seats: wholeNumber(seats, seatsLimit),
    dots: wholeNumber(dots, dotsLimit),
  };
  const lateUntil = mode === 'until' && (openUntil === null || openUntil <= serverNow());
  const refusal = refusalWords(open.error, { fields: [], words }).whole;

  function send(): void {
    setTried(tried + 1);
    if (read.minutes === null || read.seats === null || read.dots === null || lateUntil) return;
    const form = {
      ...{ mode, openUntil, noteTakerId, anonymousDots },
      ...{ minutes: read.minutes, seats: read.seats, dots: read.dots },
    };
    open.mutate({ ...form, commandId: idOf(form) }, { onSuccess: () => go(paths.conduct(lab, no)) });
  }
  const wrong = (value: number | null, most: number): string | undefined =>
    tried > 0 && value === null ? say.number(most) : undefined;

  return (
    <Dialog title={say.title(no)} onClose={onClose} firm>
      <p className={styles.theme}>{subTable.theme}</p>
      <Form onSubmit={send} refusal={tried}>
        <fieldset className={styles.checklist}>
          <legend>{say.checklist}</legend>
          <Checkbox label={say.qr} hint={say.qrHint} checked={ready.qr} onChange={(qr) => setReady({ ...ready, qr })} />
          <Checkbox
            label={say.paper}
            hint={say.paperHint}
            checked={ready.paper}
            onChange={(paper) => setReady({ ...ready, paper })}
          />
        </fieldset>
        <NoteTakerSelect lab={lab} subTableId={subTable.id} value={noteTakerId} onChange={setNoteTakerId} />
        <RadioCards
          legend={say.mode}
          value={mode}
          cards={(['hall', 'until'] as const).map((value) => ({
            value,
            label: say.modes[value],
            hint: say.modeHints[value],
          }))}
          onChange={setMode}
        />
        {mode === 'until' && (
          <TextField
            label={say.until}
            hint={say.untilHint}
            type="datetime-local"
            value={until}
            error={tried > 0 && lateUntil ? say.untilMissing : undefined}
            onChange={setUntil}
          />
        )}
        <details className={styles.more} open={[read.minutes, read.seats, read.dots].includes(null) || undefined}>
          <summary>{say.more}</summary>
          <div className={styles.fields}>
            {mode === 'hall' && (
              <TextField
                label={say.minutes}
                inputMode="numeric"
                value={minutes}
                error={wrong(read.minutes, clockMinutesLimit)}
                onChange={setMinutes}
              />
            )}
            <TextField
              label={say.seats}
              inputMode="numeric"
              value={seats}
              error={wrong(read.seats, seatsLimit)}
              onChange={setSeats}
            />
            <TextField label={say.dots} inputMode="numeric" value={dots} error={wrong(read.dots, dotsLimit)} onChange={setDots} />
            <Checkbox label={say.anonymous} hint={say.anonymousHint} checked={anonymousDots} onChange={setAnonymousDots} />
          </div>
        </details>
        {refusal !== undefined && <Banner tone="danger">{refusal}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={open.isPending}>
            {say.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
