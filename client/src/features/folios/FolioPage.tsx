// What became of somebody's words, for everybody who has the folio: what was sent, its way, the answer with its reason, and both texts side by side.
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Fetching } from '../../app/Fetching.tsx';
import { failureWords } from '../../api/failure-words.ts';
import { useFolio } from '../../api/folios.ts';
import { paths } from '../../app/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextField } from '../../ui/TextField.tsx';
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
      </Page>
    );
  }
  return (
    <Page title={say.title(folio)}>
      {answer.data === undefined ? (
        answer.error ? (
          <>
            <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
              {failureWords(answer.error, words)}
            </ErrorState>
            <FolioSearch />
          </>
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

function FolioSearch(): ReactNode {
  const words = useWords();
  const say = words.folios;
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
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
