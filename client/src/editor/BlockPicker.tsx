// Choosing a paragraph by its words: for a keyboard, for a thumb, for whoever cannot select or drag.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { wordedBlocks } from '@cocrea/shared/document/words-of-block.ts';
import type { Editor } from '@tiptap/core';
import { useMemo, useState, type ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './block-picker.module.css';
import { foldText } from './fold-text.ts';

interface BlockPickerProps {
  readonly editor: Editor;
  readonly words: { readonly title: string; readonly search: string; readonly noneFound: string };
  readonly onClose: () => void;
  readonly onChoose: (chosen: { readonly blockId: string; readonly text: string }) => void;
}

export function BlockPicker({ editor, words, onClose, onChoose }: BlockPickerProps): ReactNode {
  const [query, setQuery] = useState('');
  const blocks = useMemo(
    () => wordedBlocks(editor.getJSON() as DocumentJson).map((block) => ({ ...block, folded: foldText(block.text).text })),
    [editor],
  );
  const wanted = foldText(query).text.trim();
  const shown = wanted === '' ? blocks : blocks.filter(({ folded }) => folded.includes(wanted));
  return (
    <Dialog title={words.title} onClose={onClose}>
      <TextField label={words.search} type="search" value={query} onChange={setQuery} autoFocus />
      {shown.length === 0 ? (
        <p>{words.noneFound}</p>
      ) : (
        <ul className={styles.blocks}>
          {shown.map(({ id, node, text }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.block}
                data-node={node}
                lang="es"
                onClick={() => onChoose({ blockId: id, text })}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
