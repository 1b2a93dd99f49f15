// The page of one document: its title and its text.
import type { ReactNode } from 'react';
import { useDocument } from '../api/labs.ts';
import { useHeading } from '../ui/arrival.ts';
import { useWords } from './words.ts';
import styles from './document-page.module.css';
import type { EditorExtras } from './editor-extras.ts';
import OpenText from './OpenText.tsx';

interface DocumentPageProps {
  readonly labId: string;
  readonly documentId: string;
  /** Another text of that document than its own, such as what somebody suggests for it. */
  readonly textId?: string | undefined;
  readonly extras?: EditorExtras | undefined;
  /** Between the title and the text. */
  readonly head?: ReactNode;
}

export default function DocumentPage({ labId, documentId, textId, extras, head }: DocumentPageProps): ReactNode {
  const words = useWords();
  const title = useDocument(labId, documentId)?.title ?? words.editor.page.untitled;
  const heading = useHeading(title);
  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {head}
      <OpenText
        labId={labId}
        documentId={textId ?? documentId}
        recordId={textId === undefined ? undefined : documentId}
        extras={extras}
      />
    </div>
  );
}
