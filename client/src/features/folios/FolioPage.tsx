// What became of somebody's words, for everybody who has the folio: what was sent, its way, the answer with its reason, and both texts side by side.
import { AppError } from '@cocrea/shared/errors.ts';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Fetching } from '../../app/Fetching.tsx';
import { failureWords } from '../../api/failure-words.ts';
import { useFolio } from '../../api/folios.ts';
import { usePublicLabs } from '../../api/publication.ts';
import { useMe } from '../../api/session.ts';
import { draftPaths } from '../../app/draft-paths.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './folio.module.css';
import { FolioRecordView } from './FolioRecordView.tsx';
import { useWords } from './words.ts';

export default function FolioPage({ folio }: { readonly folio: string | undefined }): ReactNode {
  return (
    <Fetching>
      <Found folio={folio?.trim().toUpperCase() ?? ''} />
    </Fetching>
  );
}

function Found({ folio }: { readonly folio: string }): ReactNode {
  const words = useWords();
  const say = words.folios;
  const answer = useFolio(folio);
  if (folio === '') {
    return (
      <Page title={say.search} lede={say.searchLede} width="narrow">
        <FolioSearch />
        <Elsewhere />
      </Page>
    );
  }
  return (
    <Page title={say.title(folio)}>
      {answer.data === undefined ? (
        answer.error ? (
          answer.error instanceof AppError && answer.error.code === 'folio_not_found' ? (
            <NotFound folio={folio} />
          ) : (
            <>
              <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
                {failureWords(answer.error, words)}
              </ErrorState>
              <FolioSearch />
            </>
          )
        ) : (
          <Skeleton lines={8} />
        )
      ) : (
        <>
          {answer.data.found.map((record) => (
            <FolioRecordView key={record.lab.id} record={record} severalLabs={answer.data.found.length > 1} />
          ))}
          <details>
            <summary>{say.other}</summary>
            <FolioSearch />
          </details>
        </>
      )}
    </Page>
  );
}

/** Asking again cannot help: the folio is looked at again, or one looks where folios are. */
function NotFound({ folio }: { readonly folio: string }): ReactNode {
  const say = useWords().folios;
  return (
    <>
      <Banner tone="warning">
        <p>{say.notFound(folio)}</p>
        <p>{say.notFoundCheck}</p>
      </Banner>
      <FolioSearch first={folio} />
      <Elsewhere />
    </>
  );
}

/** One's own words, and what is published: also for whoever has no folio at hand. */
function Elsewhere(): ReactNode {
  const say = useWords().folios;
  const memberships = useMe()?.memberships ?? [];
  const labs = usePublicLabs().data?.labs ?? [];
  if (memberships.length + labs.length === 0) return null;
  return (
    <Section title={say.elsewhere}>
      <ul>
        {memberships.map(({ labId, labName }) => (
          <li key={`mine ${labId}`}>
            <Link href={paths.myWords(labId)} className={styles.place}>
              {say.mine.inLab(labName)}
            </Link>
          </li>
        ))}
        {labs.map(({ id, name }) => (
          <li key={id}>
            <Link href={draftPaths.publicLab(id)} className={styles.place}>
              {say.publicLab(name)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** `first` stands in it to be corrected. */
function FolioSearch({ first = '' }: { readonly first?: string }): ReactNode {
  const words = useWords();
  const say = words.folios;
  const [, go] = useLocation();
  const [typed, setTyped] = useState(first);
  const [refusal, setRefusal] = useState<object | null>(null);
  return (
    <Form
      refusal={refusal}
      onSubmit={() => {
        const folio = typed.trim().toUpperCase();
        if (folio === '') setRefusal({});
        else go(paths.folio(folio));
      }}
    >
      <TextField
        label={say.folio}
        hint={say.folioHint}
        value={typed}
        onChange={setTyped}
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        error={refusal !== null && typed.trim() === '' ? words.ui.required : undefined}
      />
      <FormActions>
        <Button look="primary" type="submit">
          {say.find}
        </Button>
      </FormActions>
    </Form>
  );
}
