// Where an answer says its observation stands in the draft: paragraphs by their words, to be added and taken away.
import type { Editor } from '@tiptap/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { FieldError } from '../../ui/FieldError.tsx';
import { openingWords } from '@cocrea/shared/domain/opening-words.ts';
import { showBlock, wordsOfBlockIn } from './block-at.ts';
import styles from './desk.module.css';
import { useWords } from './words.ts';

interface DestinationsProps {
  readonly editor: Editor | null;
  readonly blocks: readonly string[];
  readonly error: string | undefined;
  readonly onAdd: () => void;
  readonly onRemove: (blockId: string) => void;
  readonly onIncorporate: () => void;
}

export function Destinations({ editor, blocks, error, onAdd, onRemove, onIncorporate }: DestinationsProps): ReactNode {
  const { answer: say, sources, origins } = useWords().consolidation;
  return (
    <fieldset className={styles.section}>
      <legend className={styles.heading}>{say.destinations}</legend>
      <ul className={styles.destinations}>
        {blocks.map((blockId) => {
          const text = (editor && wordsOfBlockIn(editor.state.doc, blockId)) ?? say.gone;
          return (
            <li key={blockId} className={styles.destination}>
              <span className={styles.clamp} lang="es">
                {text}
              </span>
              <span className={styles.ways}>
                {editor !== null && (
                  <Button look="quiet" onClick={() => showBlock(editor.view, blockId)}>
                    {origins.show}
                  </Button>
                )}
                <IconButton label={say.removeDestination(openingWords(text))} onClick={() => onRemove(blockId)}>
                  <X aria-hidden="true" />
                </IconButton>
              </span>
            </li>
          );
        })}
      </ul>
      <FieldError id="destinations-error">{error}</FieldError>
      <div className={styles.ways}>
        <Button look="quiet" onClick={onAdd} disabled={editor === null}>
          {say.addDestination}
        </Button>
        <Button look="quiet" onClick={onIncorporate} disabled={editor === null}>
          {sources.incorporate}
        </Button>
      </div>
    </fieldset>
  );
}
