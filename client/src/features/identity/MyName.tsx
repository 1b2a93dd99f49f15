// One's own name, changed for everybody at once.
import type { Me } from '@cocrea/shared/api/session.ts';
import { cleanName } from '@cocrea/shared/domain/person.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { useState, type ReactNode } from 'react';
import { useRenameMyself } from '../../api/my-name.ts';
import { refusalWords, suggestionIn } from '../../api/refusal-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Page.tsx';
import { useAccountWords } from './use-account-words.ts';
import { nameProblem } from '../people/name-problem.ts';
import { NameField } from '../people/NameField.tsx';
import styles from './account-page.module.css';

export function MyName({ me }: { readonly me: Me }): ReactNode {
  const { account } = useAccountWords();
  const lab = me.memberships.find(({ labId, role }) => can(me, 'person.rename', { labId, personId: me.personId, role }))?.labId;
  return (
    <Section title={account.name.title}>
      {lab === undefined ? <p className={styles.hint}>{account.name.noLab}</p> : <NameForm me={me} lab={lab} />}
    </Section>
  );
}

function NameForm({ me, lab }: { readonly me: Me; readonly lab: string }): ReactNode {
  const words = useAccountWords();
  const { name: say } = words.account;
  const rename = useRenameMyself(lab);
  const [name, setName] = useState(me.name);
  const [refusal, setRefusal] = useState<object | null>(null);
  const { beside, whole } = refusalWords(rename.error, { fields: ['name'], words, instead: { stale: say.stale } });
  const problem = refusal === null ? undefined : nameProblem(name, { missing: say.missing, words });

  function save(): void {
    if (nameProblem(name, { missing: say.missing, words }) !== undefined) return setRefusal({});
    if (cleanName(name) === me.name) return setName(me.name);
    rename.mutate(
      { me, name },
      {
        onSuccess: (renamed) => {
          setName(renamed.name);
          setRefusal(null);
        },
        onError: setRefusal,
      },
    );
  }

  return (
    <Form onSubmit={save} refusal={refusal}>
      <NameField
        label={me.account ? say.fieldAccount : say.field}
        hint={me.account ? say.hintAccount : say.hint}
        autoComplete={me.account ? 'name' : 'nickname'}
        value={name}
        onChange={(typed) => {
          setName(typed);
          rename.reset();
        }}
        error={problem ?? beside.name}
        suggestion={suggestionIn(rename.error)}
      />
      {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
      <div className={styles.way}>
        <Button type="submit" pending={rename.isPending}>
          {say.save}
        </Button>
        <p className={styles.done} role="status">
          {rename.isSuccess && say.done}
        </p>
      </div>
    </Form>
  );
}
