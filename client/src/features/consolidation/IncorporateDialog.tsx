// Brings what somebody said into a paragraph: which one, how, and in what words. Drag and drop ends here too, with its paragraph chosen.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { incorporationLimit } from '@cocrea/shared/domain/origin.ts';
import type { Placement } from '@cocrea/shared/api/consolidation.ts';
import type { Editor } from '@tiptap/core';
import { useState, type ReactNode } from 'react';
import { useIncorporating, useRemovingOrigin } from '../../api/consolidation.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { BlockPicker } from '../../editor/BlockPicker.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { tellFailure, tellWithAction } from '../../ui/Toast.tsx';
import { showBlock, wordsOfBlockIn } from './block-at.ts';
import styles from './desk.module.css';
import { Quote } from './Quote.tsx';
import type { DeskSource } from './source.ts';
import { useWords } from './words.ts';

interface IncorporateDialogProps {
  readonly draft: DraftDocument;
  readonly editor: Editor;
  readonly source: Pick<DeskSource, 'kind' | 'id' | 'label' | 'text'>;
  /** Where it was dropped, or where the caret stands. */
  readonly blockId: string | null;
  readonly onClose: () => void;
}

const placements: readonly Placement[] = ['after', 'append', 'link'];

export function IncorporateDialog({ draft, editor, source, blockId: first, onClose }: IncorporateDialogProps): ReactNode {
  const words = useWords();
  const say = words.consolidation.incorporate;
  const place = { lab: draft.labId, document: draft.id };
  const incorporating = useIncorporating(place);
  const removal = useRemovingOrigin(place);
  const [blockId, setBlockId] = useState(first);
  const [picking, setPicking] = useState(first === null);
  const [placement, setPlacement] = useState<Placement>('after');
  const [text, setText] = useState(source.text);
  const [refusal, setRefusal] = useState<object | null>(null);
  const { beside, whole } = refusalWords(incorporating.error, { fields: ['text'], words });
  const blockWords = blockId === null ? null : wordsOfBlockIn(editor.state.doc, blockId);
  const wanting = refusal !== null && placement !== 'link' && text.trim() === '' ? words.ui.required : undefined;

  if (picking) {
    return (
      <BlockPicker
        editor={editor}
        words={{ title: say.choose, search: say.search, noneFound: say.noneFound }}
        onClose={blockId === null ? onClose : () => setPicking(false)}
        onChoose={({ blockId: chosen }) => {
          setBlockId(chosen);
          setPicking(false);
        }}
      />
    );
  }

  function send(): void {
    if (blockId === null || (placement !== 'link' && text.trim() === '')) return setRefusal({});
    const { kind, id, label } = source;
    const body = { sources: [{ kind, id }], blockId, placement, text: placement === 'link' ? '' : text };
    incorporating.mutate(body, {
      onSuccess: ({ blockId: written, origins }) => {
        onClose();
        requestAnimationFrame(() => showBlock(editor.view, written));
        const origin = origins.find((one) => one.blockId === written && one.sourceId === id);
        tellWithAction(say.done(label), {
          label: say.undo,
          onAct: () =>
            origin !== undefined &&
            removal.mutate(origin.id, {
              onError: (failure) => tellFailure(refusalWords(failure, { fields: [], words }).whole ?? ''),
            }),
        });
      },
      onError: setRefusal,
    });
  }

  return (
    <Dialog title={say.title(source.label)} onClose={onClose} firm>
      <Form onSubmit={send} refusal={refusal}>
        <div className={styles.chosen}>
          <Quote label={say.where}>{blockWords ?? say.blockMissing}</Quote>
          <div>
            <Button look="quiet" onClick={() => setPicking(true)}>
              {say.change}
            </Button>
          </div>
        </div>
        <RadioCards
          legend={say.how}
          value={placement}
          cards={placements.map((value) => ({ value, ...say.placements[value] }))}
          onChange={setPlacement}
        />
        {placement !== 'link' && (
          <LinesField
            label={say.words}
            hint={say.wordsHint}
            value={text}
            limit={incorporationLimit}
            rows={5}
            error={wanting ?? beside.text}
            onChange={setText}
          />
        )}
        {whole !== undefined && <Banner tone="danger">{whole}</Banner>}
        <FormActions>
          <Button onClick={onClose}>{words.ui.cancel}</Button>
          <Button look="primary" type="submit" pending={incorporating.isPending}>
            {say.go}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
