// Where the carets of the others are drawn: a layer behind the words and one before them, both out of reach of pointer and keyboard.
import type { Editor } from '@tiptap/core';
import { useEffect, useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { CaretLayer } from './caret-layer.ts';
import './carets.css';

export interface CaretsHandle {
  /** Brings the caret of that screen into view, as soon as the words it stands in are here. */
  show(clientId: number): void;
}

interface RemoteCaretsProps {
  readonly editor: Editor;
  readonly awareness: Awareness;
  readonly ref?: Ref<CaretsHandle>;
}

export function RemoteCarets({ editor, awareness, ref }: RemoteCaretsProps): ReactNode {
  const behind = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLDivElement>(null);
  const layer = useRef<CaretLayer | null>(null);
  useEffect(() => {
    if (!behind.current || !before.current) return undefined;
    const made = new CaretLayer(editor.view, { awareness, layers: { behind: behind.current, before: before.current } });
    layer.current = made;
    const redraw = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) made.redraw();
    };
    editor.on('transaction', redraw);
    return () => {
      editor.off('transaction', redraw);
      made.destroy();
      layer.current = null;
    };
  }, [editor, awareness]);
  useImperativeHandle(ref, () => ({ show: (clientId) => layer.current?.show(clientId) }), []);
  return (
    <>
      <div ref={behind} className="carets carets-behind" aria-hidden="true" />
      <div ref={before} className="carets carets-before" aria-hidden="true" />
    </>
  );
}
