// Fields of one line: empty, filled, with a hint, wrong, too long, optional, off, for a code, for a password.
import { useState, type ReactNode } from 'react';
import { FieldError } from '../../ui/FieldError.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

export function FieldsSection(): ReactNode {
  const style = useStyleWords();
  const { states, fields } = style;
  const [values, setValues] = useState<Readonly<Record<string, string>>>({
    filled: fields.name,
    focus: fields.name,
    wrong: fields.wrong,
    long: fields.longWords,
    limit: fields.nearly,
    over: `${fields.nearly} ${fields.longWords}`,
    off: fields.name,
    fixed: fields.name,
    code: 'K7M4PX',
    password: fields.password,
  });
  const field = (key: string) => ({
    value: values[key] ?? '',
    onChange: (value: string) => setValues((before) => ({ ...before, [key]: value })),
  });
  return (
    <Piece name="fields">
      <Specimens>
        <Specimen label={states.empty}>
          <TextField label={fields.alias} {...field('empty')} />
        </Specimen>
        <Specimen label={states.filled}>
          <TextField label={fields.alias} hint={fields.hint} {...field('filled')} />
        </Specimen>
        <Specimen label={states.focus} focused>
          <TextField label={fields.alias} {...field('focus')} />
        </Specimen>
        <Specimen label={states.wrong}>
          <TextField label={fields.alias} hint={fields.hint} error={fields.taken} {...field('wrong')} />
        </Specimen>
        <Specimen label={fields.lines}>
          <LinesField label={fields.reason} hint={fields.reasonHint} limit={400} {...field('lines')} />
        </Specimen>
        <Specimen label={states.optional}>
          <TextField label={fields.institution} optional {...field('optional')} />
        </Specimen>
        <Specimen label={states.long}>
          <TextField label={fields.longLabel} {...field('long')} />
        </Specimen>
        <Specimen label={fields.counter}>
          <TextField label={fields.title} limit={60} {...field('limit')} />
        </Specimen>
        <Specimen label={fields.tooLong}>
          <TextField label={fields.title} limit={60} {...field('over')} />
        </Specimen>
        <Specimen label={states.off}>
          <TextField label={fields.alias} disabled {...field('off')} />
        </Specimen>
        <Specimen label={fields.readOnly}>
          <TextField label={fields.alias} readOnly {...field('fixed')} />
        </Specimen>
        <Specimen label={fields.large}>
          <TextField
            label={fields.code}
            large
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            {...field('code')}
          />
        </Specimen>
        <Specimen label={fields.hidden}>
          <PasswordField
            label={fields.passwordLabel}
            autoComplete="new-password"
            hint={fields.passwordHint}
            {...field('password')}
          />
        </Specimen>
        <Specimen label={fields.hiddenWrong}>
          <PasswordField
            label={fields.passwordLabel}
            autoComplete="new-password"
            error={fields.passwordShort}
            {...field('short')}
          />
        </Specimen>
        <Specimen label={fields.errorAlone}>
          <FieldError id="estilo-error">{fields.taken}</FieldError>
        </Specimen>
      </Specimens>
    </Piece>
  );
}
