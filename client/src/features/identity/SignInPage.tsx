// The door for those who have an account: name and password, and one sentence when they do not match.
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { failureWords } from '../../api/failure-words.ts';
import { signIn } from '../../api/session.ts';
import { useSending } from '../../api/use-sending.ts';
import { useComingIn } from '../../app/landing.ts';
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
  const comeIn = useComingIn();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(0);
  const entering = useSending(signIn);
  function submit(): void {
    if (entering.pending) return;
    if (name.trim() === '' || password === '') return setMissing(missing + 1);
    entering.send({ name, password }, { onSuccess: comeIn });
  }
  return (
    <Page title={account.signIn.title} lede={account.signIn.lede} width="narrow">
      <Form onSubmit={submit} refusal={missing}>
        {entering.error && <Banner tone="danger">{failureWords(entering.error, words)}</Banner>}
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
        <Button type="submit" look="primary" pending={entering.pending} wide>
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
