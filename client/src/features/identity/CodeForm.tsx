// The six characters from a poster or a projector: typed any way, understood one way. Opens the page of that code.
import { joinCodeAlphabet, joinCodeLength, normaliseJoinCode } from '@cocrea/shared/domain/join-code.ts';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { paths } from '../../app/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../ui/words.ts';

interface CodeFormProps {
  /** What was typed before and opened nothing. */
  readonly typed?: string;
  readonly refusal?: string | undefined;
  /** There is something else to do first on this page. */
  readonly secondary?: boolean;
}

export function CodeForm({ typed = '', refusal, secondary = false }: CodeFormProps): ReactNode {
  const { app } = useWords();
  const [, go] = useLocation();
  const [value, setValue] = useState(typed);
  const [error, setError] = useState(refusal);
  const [attempt, setAttempt] = useState(refusal === undefined ? 0 : 1);
  function open(): void {
    const code = normaliseJoinCode(value);
    const wrong = [...code].some((letter) => !joinCodeAlphabet.includes(letter));
    if (code.length === joinCodeLength && !wrong) return go(paths.join(code));
    setError(wrong ? app.first.codeLetters : app.first.codeShort);
    setAttempt(attempt + 1);
  }
  return (
    <Form onSubmit={open} refusal={attempt}>
      <TextField
        label={app.first.codeLabel}
        hint={app.first.codeHint}
        value={value}
        onChange={(typing) => {
          setValue(typing);
          setError(undefined);
        }}
        error={error}
        large
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
      />
      <Button type="submit" look={secondary ? 'secondary' : 'primary'} wide>
        {app.first.codeGo}
      </Button>
    </Form>
  );
}
