// Words that cannot be sent any more: told, shown the way to take along, and discarded only when their writer says so twice.
import { useState, type ReactNode } from 'react';
import type { OpenDocument } from '../realtime/open-document.ts';
import type { CopyJson, StrandedCopy } from '../realtime/stranded-copies.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { tell, tellFailure } from '../ui/Toast.tsx';
import { useWords } from './words.ts';
import { copyWords, downloadCopy, plainText } from './copy-of-text.ts';
import styles from './document-page.module.css';

interface TakeAlongProps {
  readonly title: string;
  readonly read: () => Promise<CopyJson>;
}

/** The two ways to take a text along. */
export function TakeAlong({ title, read }: TakeAlongProps): ReactNode {
  const words = useWords().editor.page;
  const take = async (how: (json: CopyJson) => Promise<void> | void) => {
    try {
      await how(await read());
    } catch {
      tellFailure(words.noTextHere);
    }
  };
  return (
    <>
      <Button onClick={() => void take((json) => downloadCopy(json, title))}>{words.downloadCopy}</Button>
      <Button
        onClick={() =>
          void take(async (json) => {
            if (await copyWords(plainText(json))) tell(words.copied);
            else tellFailure(words.copyFailed);
          })
        }
      >
        {words.copyText}
      </Button>
    </>
  );
}

interface KeptCopiesProps {
  readonly title: string;
  readonly document: OpenDocument;
  readonly copies: readonly StrandedCopy[];
}

export function KeptCopies({ title, document, copies }: KeptCopiesProps): ReactNode {
  return copies.map((copy) => <KeptCopy key={copy.name} title={title} copy={copy} onForget={() => void document.forget(copy)} />);
}

interface KeptCopyProps {
  readonly title: string;
  readonly copy: StrandedCopy;
  readonly onForget: () => void;
}

function KeptCopy({ title, copy, onForget }: KeptCopyProps): ReactNode {
  const words = useWords().editor.stranded;
  const [sure, setSure] = useState(false);
  return (
    <Banner tone="warning">
      <p>
        <strong>{words.title}</strong>
      </p>
      <p>{words.explain(copy.pending)}</p>
      <p className={styles.actions}>
        <TakeAlong title={words.fileName(title)} read={() => copy.read()} />
        {sure ? (
          <>
            <Button look="danger" onClick={onForget}>
              {words.forgetSure}
            </Button>
            <Button onClick={() => setSure(false)}>{words.keep}</Button>
          </>
        ) : (
          <Button look="quiet" onClick={() => setSure(true)}>
            {words.forget}
          </Button>
        )}
      </p>
    </Banner>
  );
}
