// Who one is in a lab: a name or alias, an institution if there is one, where one speaks from, and three consents that nobody gave before.
// What was typed stays whatever the server answers.
import type { Door } from '@cocrea/shared/api/join.ts';
import type { Me } from '@cocrea/shared/api/session.ts';
import { actorKinds, type ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { aliasLimit, institutionLimit, lengthOf, type Consents } from '@cocrea/shared/domain/person.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { failureWords } from '../../api/failure-words.ts';
import { join } from '../../api/join.ts';
import { beginAs } from '../../api/session.ts';
import { useSending } from '../../api/use-sending.ts';
import { paths } from '../../app/paths.ts';
import { takeWish } from '../../app/wish.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Form } from '../../ui/Form.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords, type Words } from '../../ui/words.ts';
import styles from './door.module.css';

const consentNames = ['attendance', 'image', 'contact'] as const satisfies readonly (keyof Consents)[];

type Wrong = Partial<Record<'alias' | 'institution' | 'kind' | 'form', string>>;

interface Typed {
  readonly alias: string;
  readonly institution: string;
  readonly kind: ActorKind | null;
}

function wrongIn({ alias, institution, kind }: Typed, { app, ui }: Words): Wrong {
  return {
    ...(alias.trim() === '' && { alias: app.join.missingAlias }),
    ...(lengthOf(alias) > aliasLimit && { alias: ui.tooLong(String(aliasLimit)) }),
    ...(lengthOf(institution) > institutionLimit && { institution: ui.tooLong(String(institutionLimit)) }),
    ...(kind === null && { kind: app.join.missingKind }),
  };
}

/** Where on the form a refusal of the server belongs. */
function refusalOf(failure: Error, words: Words): Wrong {
  const told = failureWords(failure, words);
  if (!(failure instanceof AppError)) return { form: told };
  const { code, details } = failure;
  if (code === 'alias_taken' || details.field === 'alias') return { alias: told };
  return details.field === 'institution' ? { institution: told } : { form: told };
}

export function JoinForm({ door, me }: { readonly door: Door; readonly me: Me | null }): ReactNode {
  const words = useWords();
  const { app, ui } = words;
  const [, go] = useLocation();
  const [alias, setAlias] = useState(me?.name ?? '');
  const [institution, setInstitution] = useState('');
  const [kind, setKind] = useState<ActorKind | null>(null);
  const [consents, setConsents] = useState<Consents>({ attendance: false, image: false, contact: false });
  const [wrong, setWrong] = useState<Wrong>({});
  const [suggestion, setSuggestion] = useState<string | null>(null);
  const joining = useSending(join);
  const typed = { alias, institution, kind };
  const tableNo = door.role === 'observer' ? undefined : door.subTable?.no;
  useEffect(() => {
    // The page of the table comes while one types: it is there when one is in.
    if (tableNo !== undefined) import('../at-table/AtTableRoute.tsx').catch(() => undefined);
  }, [tableNo]);

  function submit(): void {
    if (joining.pending) return;
    const found = wrongIn(typed, words);
    setWrong(found);
    setSuggestion(null);
    if (Object.keys(found).length > 0 || kind === null) return;
    const form = {
      code: door.code,
      alias,
      institution: institution.trim() === '' ? null : institution,
      actorKind: kind,
      noticeVersion: door.noticeVersion,
      consents,
    };
    joining.send(form, {
      onSuccess: ({ session, labId, documentId }) => {
        beginAs(session);
        const wish = takeWish();
        const document = documentId === null ? paths.lab(labId) : paths.document(labId, documentId);
        const landing = tableNo === undefined ? document : paths.table(labId, tableNo);
        go(wish?.startsWith(paths.lab(labId)) ? wish : landing);
      },
      onError: (failure) => {
        setWrong(refusalOf(failure, words));
        const offered = failure instanceof AppError && failure.code === 'alias_taken' ? failure.details.suggestion : undefined;
        setSuggestion(typeof offered === 'string' ? offered : null);
      },
    });
  }

  return (
    <Form onSubmit={submit} refusal={wrong}>
      <div className={styles.stack}>
        <TextField
          label={app.join.alias}
          hint={me ? app.join.asYou(me.name) : app.join.aliasHint}
          value={alias}
          onChange={setAlias}
          readOnly={me !== null}
          autoFocus={me === null}
          error={wrong.alias}
          name="nickname"
          autoComplete="nickname"
          autoCapitalize="words"
          enterKeyHint="next"
        />
        {suggestion !== null && (
          <Button
            onClick={() => {
              setAlias(suggestion);
              setSuggestion(null);
              setWrong({});
            }}
          >
            {app.join.useSuggestion(suggestion)}
          </Button>
        )}
      </div>
      <TextField
        label={app.join.institution}
        value={institution}
        onChange={setInstitution}
        error={wrong.institution}
        optional
        name="organization"
        autoComplete="organization"
        enterKeyHint="next"
      />
      <RadioCards
        legend={app.join.kind}
        value={kind}
        onChange={setKind}
        error={wrong.kind}
        cards={actorKinds.map((value) => ({
          value,
          label: ui.actorKinds[value],
          hint: ui.actorKindHints[value],
          mark: <ActorKindMark kind={value} silent />,
        }))}
      />
      <section className={styles.notice} aria-labelledby="notice-title">
        <h2 id="notice-title" className={styles.legend}>
          {app.join.noticeTitle}
        </h2>
        <p>{app.join.noticeShort}</p>
        <details>
          <summary>{app.join.noticeMore}</summary>
          <div className={styles.noticeText}>
            {app.join.notice.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </details>
        <fieldset>
          <legend className={styles.legend}>{app.join.consentsTitle}</legend>
          {consentNames.map((name) => (
            <Checkbox
              key={name}
              checked={consents[name]}
              onChange={(given) => setConsents({ ...consents, [name]: given })}
              label={app.join.consents[name]}
            />
          ))}
        </fieldset>
      </section>
      {wrong.form !== undefined && <Banner tone="danger">{wrong.form}</Banner>}
      <Button type="submit" look="primary" pending={joining.pending} wide>
        {joining.pending ? app.join.going : app.join.go}
      </Button>
    </Form>
  );
}
