// Makes a code: what those who come in with it may do, and whether they sit at one sub-table.
import { joinableRoles, type JoinableRole } from '@cocrea/shared/domain/role.ts';
import { useState, type ReactNode } from 'react';
import { useLab } from '../../api/labs.ts';
import { useCreateJoinCode } from '../../api/join-codes.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { createSendingIds } from '../../api/sending-id.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { Select } from '../../ui/Select.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import { groupedCode } from './join-link.ts';

/** No id of a sub-table: for the whole lab. */
const whole = '';

export function CreateCodeDialog({ labId, onClose }: { readonly labId: string; readonly onClose: () => void }): ReactNode {
  const words = useWords();
  const { codes: say, ui } = words;
  const create = useCreateJoinCode(labId);
  const subTables = useLab(labId).data?.subTables ?? [];
  const [role, setRole] = useState<JoinableRole>('participant');
  const [subTableId, setSubTableId] = useState(whole);
  const [idOf] = useState(createSendingIds);

  function send(): void {
    const form = { role, subTableId: subTableId === whole ? null : subTableId };
    create.mutate(
      { ...form, id: idOf(form) },
      {
        onSuccess: ({ id, code }) => {
          tell(say.making.done(groupedCode(code)));
          onClose();
          requestAnimationFrame(() => document.getElementById(`code-${id}`)?.scrollIntoView({ block: 'center' }));
        },
      },
    );
  }

  const refusal = refusalWords(create.error, { fields: [], words }).whole;
  return (
    <Dialog title={say.making.title} onClose={onClose} firm>
      <Form onSubmit={send}>
        <RadioCards
          legend={say.making.role}
          value={role}
          cards={joinableRoles.map((value) => ({ value, label: ui.roles[value], hint: ui.roleHints[value] }))}
          onChange={setRole}
        />
        <Select
          label={say.making.subTable}
          hint={subTableId === whole ? say.making.wholeLabHint : say.making.subTableHint}
          value={subTableId}
          options={[
            { value: whole, label: say.wholeLab },
            ...subTables.map(({ id, no, theme }) => ({ value: id, label: say.subTable(String(no), theme) })),
          ]}
          onChange={setSubTableId}
        />
        {refusal !== undefined && <Banner tone="danger">{refusal}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" pending={create.isPending}>
            {say.making.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
