// Words left on this device in a generation of the document that no longer exists: kept, shown, offered as a copy, never merged.
import { bodyField } from '@cocrea/shared/document/schema.ts';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { LocalCopy } from './local-copy.ts';

/** A document in ProseMirror's JSON. */
export type CopyJson = Record<string, unknown>;

export interface StrandedCopy {
  /** Names it on this device; also the key to forget it by. */
  readonly name: string;
  /** Changes in it the server never confirmed. */
  readonly pending: number;
  read(): Promise<CopyJson>;
}

/** The body of a document as it stands now. */
export function bodyJson(doc: Y.Doc): CopyJson {
  return yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(bodyField));
}

/** A copy that is still in memory, as where the device keeps nothing. */
export function strandedInMemory(doc: Y.Doc, { name, pending }: { name: string; pending: number }): StrandedCopy {
  const json = bodyJson(doc);
  return { name, pending, read: () => Promise.resolve(json) };
}

/** A copy on the device, read when somebody asks for it. */
export function strandedOnDevice({ name, pending }: { name: string; pending: number }): StrandedCopy {
  return {
    name,
    pending,
    async read() {
      const doc = new Y.Doc();
      const copy = await LocalCopy.open(doc, { name, tab: 'stranded', onFailed: () => undefined });
      const json = bodyJson(doc);
      await copy.close();
      doc.destroy();
      return json;
    },
  };
}
