// One open document for as long as its page is shown.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { OpenDocument, type DocumentAddress, type DocumentSnapshot } from '../realtime/open-document.ts';

const never = () => () => undefined;
const nothing = () => null;

export interface OpenedDocument {
  readonly document: OpenDocument;
  readonly snapshot: DocumentSnapshot;
}

/** Null for the moment before it is opened. Another person or another document is opened anew. */
export function useOpenDocument({ personId, labId, documentId, recordId }: DocumentAddress): OpenedDocument | null {
  const [document, setDocument] = useState<OpenDocument | null>(null);
  useEffect(() => {
    const opened = new OpenDocument({ personId, labId, documentId, recordId });
    setDocument(opened);
    return () => {
      setDocument(null);
      opened.close();
    };
  }, [personId, labId, documentId, recordId]);
  const snapshot = useSyncExternalStore<DocumentSnapshot | null>(document?.subscribe ?? never, document?.snapshot ?? nothing);
  return document && snapshot ? { document, snapshot } : null;
}
