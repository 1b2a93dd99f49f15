// Something read from the whole text (its outline, its footnotes, its words), read again a moment after the text changed: typing does not wait.
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useRef, useState } from 'react';

/** Milliseconds of text changing before it is read again. */
const moment = 200;

/** `read` and `same` must be stable functions; the last value is kept where `same` says nothing changed. */
export function useDocFact<Fact>(
  editor: Editor,
  { read, same }: { read: (doc: Node) => Fact; same: (one: Fact, other: Fact) => boolean },
): Fact {
  const [fact, setFact] = useState(() => read(editor.state.doc));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    const again = () => {
      timer.current = undefined;
      if (editor.isDestroyed) return;
      const next = read(editor.state.doc);
      setFact((last) => (same(last, next) ? last : next));
    };
    const changed = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) timer.current ??= setTimeout(again, moment);
    };
    again();
    editor.on('transaction', changed);
    return () => {
      editor.off('transaction', changed);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [editor, read, same]);
  return fact;
}
