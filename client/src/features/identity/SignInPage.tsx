// The door for those who have an account: name and password, and one sentence when they do not match.
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { failureWords } from '../../api/failure-words.ts';
import { useSignIn } from '../../api/session.ts';
import { landingOf } from '../../app/landing.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { Page } from '../../ui/Page.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useAccountWords } from './use-account-words.ts';
import styles from './door.module.css';

export default function SignInPage(): ReactNode {
  const words = useAccountWords();
  const { account, ui } = words;
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(0);
  const signIn = useSignIn();
  function submit(): void {
    if (signIn.isPending) return;
    if (name.trim() === '' || password === '') return setMissing(missing + 1);
    signIn.mutate({ name, password }, { onSuccess: ({ me }) => go(landingOf(me)) });
  }
  return (
    <Page title={account.signIn.title} lede={account.signIn.lede} width="narrow">
      <Form onSubmit={submit} refusal={missing}>
        {signIn.isError && <Banner tone="danger">{failureWords(signIn.error, words)}</Banner>}
        <TextField
          label={account.signIn.name}
          value={name}
          onChange={setName}
          error={missing > 0 && name.trim() === '' ? ui.required : undefined}
          name="username"
          autoComplete="username"
        />
        <PasswordField
          label={account.signIn.password}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={missing > 0 && password === '' ? ui.required : undefined}
        />
        <Button type="submit" look="primary" pending={signIn.isPending} wide>
          {account.signIn.go}
        </Button>
      </Form>
      <div className={styles.foot}>
        <p>{account.signIn.lost}</p>
        <p>
          <Link href={paths.join()}>{account.signIn.byCode}</Link>
        </p>
      </div>
    </Page>
  );
}
