// Choosing a paragraph by its words: for a keyboard, for a thumb, for whoever cannot select.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { wordedBlocks } from '@cocrea/shared/document/words-of-block.ts';
import type { Editor } from '@tiptap/core';
import { useMemo, useState, type ReactNode } from 'react';
import { foldText } from '../../editor/fold-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ChosenWords } from './chosen-words.ts';
import styles from './observations.module.css';
import { useWords } from './words.ts';

interface BlockPickerProps {
  readonly editor: Editor;
  readonly onClose: () => void;
  readonly onChoose: (chosen: ChosenWords) => void;
}

export function BlockPicker({ editor, onClose, onChoose }: BlockPickerProps): ReactNode {
  const { list: say } = useWords().observations;
  const [query, setQuery] = useState('');
  const blocks = useMemo(
    () => wordedBlocks(editor.getJSON() as DocumentJson).map((block) => ({ ...block, folded: foldText(block.text).text })),
    [editor],
  );
  const wanted = foldText(query).text.trim();
  const shown = wanted === '' ? blocks : blocks.filter(({ folded }) => folded.includes(wanted));
  return (
    <Dialog title={say.chooseTitle} onClose={onClose}>
      <TextField label={say.search} type="search" value={query} onChange={setQuery} autoFocus />
      {shown.length === 0 ? (
        <p>{say.noneFound}</p>
      ) : (
        <ul className={styles.blocks}>
          {shown.map(({ id, node, text }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.block}
                data-node={node}
                lang="es"
                onClick={() => onChoose({ blockId: id, quote: text, quoteFrom: 0, quoteTo: text.length })}
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
