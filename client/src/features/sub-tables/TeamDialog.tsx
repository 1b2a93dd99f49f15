// Names another note-taker for an open table, or gives it more or fewer seats.
import { seatsLimit } from '@cocrea/shared/domain/table-session.ts';
import { useState, type ReactNode } from 'react';
import { refusalWords } from '../../api/refusal-words.ts';
import { useChangeTable } from '../../api/tables.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import { NoteTakerSelect } from './NoteTakerSelect.tsx';
import type { ConsoleProps } from './console-props.ts';
import { wholeNumber } from './typed-fields.ts';

export function TeamDialog({ place, table, session, onClose }: ConsoleProps & { readonly onClose: () => void }): ReactNode {
  const words = useWords();
  const { tables, ui } = words;
  const change = useChangeTable(place);
  const [noteTakerId, setNoteTakerId] = useState(session.noteTakerId);
  const [seats, setSeats] = useState(String(session.seats));
  const read = wholeNumber(seats, seatsLimit);
  const refusal = refusalWords(change.error, { fields: [], words }).whole;

  function send(): void {
    if (read === null) return;
    change.mutate(
      { noteTakerId, seats: read, version: session.version },
      {
        onSuccess: () => {
          tell(tables.settings.done);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={tables.settings.title} onClose={onClose} firm>
      <Form onSubmit={send} refusal={change.failureCount}>
        <NoteTakerSelect lab={place.lab} subTableId={table.subTable.id} value={noteTakerId} onChange={setNoteTakerId} />
        <TextField
          label={tables.opening.seats}
          hint={tables.settings.fewer}
          inputMode="numeric"
          value={seats}
          error={read === null ? tables.opening.number(seatsLimit) : undefined}
          onChange={setSeats}
        />
        {refusal !== undefined && <Banner tone="danger">{refusal}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={change.isPending}>
            {ui.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
