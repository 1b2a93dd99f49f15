// The first administrator, from the one-time link of the first start. The id is made once for the page: sent twice, it is one person.
import { newId } from '@cocrea/shared/domain/ids.ts';
import { passwordMinimum } from '@cocrea/shared/domain/person.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { setUpAdmin } from '../../api/session.ts';
import { useSending } from '../../api/use-sending.ts';
import { useComingIn } from '../../app/landing.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Page } from '../../ui/Page.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useAccountWords } from './use-account-words.ts';

export default function SetUpPage({ secret }: { readonly secret: string }): ReactNode {
  const words = useAccountWords();
  const { account, ui } = words;
  const comeIn = useComingIn();
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState(0);
  const setUp = useSending(setUpAdmin);
  const short = password.length < passwordMinimum;
  const code = setUp.error instanceof AppError ? setUp.error.code : null;
  const told = setUp.error ? failureWords(setUp.error, words) : undefined;
  const about = (beside: boolean): string | undefined => (beside ? told : undefined);
  const nameError = refused > 0 && name.trim() === '' ? ui.required : about(code === 'name_taken');
  const passwordError = refused > 0 && short ? ui.passwordShort(String(passwordMinimum)) : about(code === 'password_too_short');
  function submit(): void {
    if (setUp.pending) return;
    setRefused(refused + 1);
    if (name.trim() === '' || short) return;
    setUp.send(
      { params: { secret }, body: { id, name, password } },
      { onSuccess: comeIn, onError: () => setRefused((count) => count + 1) },
    );
  }
  return (
    <Page title={account.setUp.title} lede={account.setUp.lede} width="narrow">
      <Form onSubmit={submit} refusal={refused}>
        {told !== undefined && nameError !== told && passwordError !== told && <Banner tone="danger">{told}</Banner>}
        <TextField
          label={account.setUp.name}
          value={name}
          onChange={setName}
          name="username"
          autoComplete="username"
          error={nameError}
        />
        <PasswordField
          label={account.setUp.password}
          hint={account.setUp.passwordHint(String(passwordMinimum))}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          error={passwordError}
        />
        <Button type="submit" look="primary" pending={setUp.pending} wide>
          {account.setUp.go}
        </Button>
      </Form>
    </Page>
  );
}
