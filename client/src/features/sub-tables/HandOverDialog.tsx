// Hands a table over to somebody else who may conduct it.
import type { TableSession } from '@cocrea/shared/domain/table-session.ts';
import { useState, type ReactNode } from 'react';
import { usePeople } from '../../api/people.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { useHandOver, type TablePlace } from '../../api/tables.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';

interface HandOverDialogProps {
  readonly place: TablePlace;
  readonly session: TableSession;
  readonly onClose: () => void;
}

export function HandOverDialog({ place, session, onClose }: HandOverDialogProps): ReactNode {
  const words = useWords();
  const { tables, ui } = words;
  const say = tables.handingOver;
  const people = usePeople(place.lab).data?.people;
  const handOver = useHandOver(place);
  const [chosen, setChosen] = useState<string | null>(null);
  const others = people?.filter(
    ({ role, personId }) => (role === 'facilitator' || role === 'consolidator') && personId !== session.facilitatorId,
  );
  const refusal = refusalWords(handOver.error, { fields: [], words }).whole;

  function send(): void {
    const heir = others?.find(({ personId }) => personId === chosen);
    if (!heir) return;
    handOver.mutate(
      { personId: heir.personId, version: session.version },
      {
        onSuccess: () => {
          tell(say.done(heir.name));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={say.title} onClose={onClose}>
      <Form onSubmit={send}>
        {!others && <Skeleton lines={3} tall />}
        {others?.length === 0 && <p>{say.nobody}</p>}
        {others && others.length > 0 && (
          <RadioCards
            legend={say.who}
            value={chosen}
            cards={others.map(({ personId, name, role }) => ({ value: personId, label: name, hint: ui.roles[role] }))}
            onChange={setChosen}
          />
        )}
        <p>{say.what}</p>
        {refusal !== undefined && <Banner tone="danger">{refusal}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" disabled={chosen === null} pending={handOver.isPending}>
            {say.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
