// Writes down somebody without a phone: a name, where they speak from, an institution if there is one.
import { actorKinds, type ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { aliasLimit, institutionLimit } from '@cocrea/shared/domain/person.ts';
import { useState, type ReactNode } from 'react';
import { refusalWords } from '../../api/refusal-words.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import { useSeatOnPaper } from '../../api/table-people.ts';
import type { TablePlace } from '../../api/tables.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';

export function PaperPersonDialog({ place, onClose }: { readonly place: TablePlace; readonly onClose: () => void }): ReactNode {
  const words = useWords();
  const { tables, ui } = words;
  const say = tables.paperPerson;
  const seat = useSeatOnPaper(place);
  const [name, setName] = useState('');
  const [institution, setInstitution] = useState('');
  const [kind, setKind] = useState<ActorKind | null>(null);
  const [tried, setTried] = useState(0);
  const [idOf] = useState(createSendingIds);
  const refusal = refusalWords(seat.error, { fields: ['name', 'institution'], words });

  function send(): void {
    setTried(tried + 1);
    if (name.trim() === '' || kind === null) return;
    const form = { name, institution: institution.trim() === '' ? null : institution, actorKind: kind };
    seat.mutate(
      { ...form, id: idOf(form) },
      {
        onSuccess: () => {
          tell(say.done(name.trim()));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={say.title} onClose={onClose} firm>
      <Form onSubmit={send} refusal={`${tried} ${seat.failureCount}`}>
        <TextField
          label={say.name}
          value={name}
          limit={aliasLimit}
          autoFocus
          error={refusal.beside.name ?? (tried > 0 && name.trim() === '' ? say.nameMissing : undefined)}
          onChange={setName}
        />
        <RadioCards
          inRow
          legend={say.kind}
          value={kind}
          error={tried > 0 && kind === null ? say.kindMissing : undefined}
          cards={actorKinds.map((value) => ({
            value,
            label: ui.actorKinds[value],
            mark: <ActorKindMark kind={value} silent />,
          }))}
          onChange={setKind}
        />
        <TextField
          label={say.institution}
          value={institution}
          limit={institutionLimit}
          optional
          error={refusal.beside.institution}
          onChange={setInstitution}
        />
        {refusal.whole !== undefined && <Banner tone="danger">{refusal.whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={seat.isPending}>
            {say.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
