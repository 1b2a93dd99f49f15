// The page of one document: its title, and its text.
import type { ReactNode } from 'react';
import { useDocument } from '../api/labs.ts';
import { useHeading } from '../ui/arrival.ts';
import DocumentBody from './DocumentBody.tsx';
import styles from './document-page.module.css';
import { useWords } from './words.ts';

interface DocumentPageProps {
  readonly labId: string;
  readonly documentId: string;
}

export default function DocumentPage({ labId, documentId }: DocumentPageProps): ReactNode {
  const { editor } = useWords();
  const title = useDocument(labId, documentId)?.title ?? editor.page.untitled;
  const heading = useHeading(title);
  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <DocumentBody labId={labId} documentId={documentId} />
    </div>
  );
}
