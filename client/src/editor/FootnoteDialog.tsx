// Writes a footnote where the caret is, or rewords one that is there.
import { footnoteLimit } from '@cocrea/shared/document/footnote.ts';
import type { Editor } from '@tiptap/core';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Form, FormActions } from '../ui/Form.tsx';
import { useWords } from './words.ts';
import styles from './dialogs.module.css';

interface FootnoteDialogProps {
  readonly editor: Editor;
  /** Where the footnote stands; null for a new one. */
  readonly pos: number | null;
  readonly onClose: () => void;
}

export function FootnoteDialog({ editor, pos, onClose }: FootnoteDialogProps): ReactNode {
  const words = useWords().editor.footnote;
  const id = useId();
  const [node] = useState(() => (pos === null ? null : editor.state.doc.nodeAt(pos)));
  const [text, setText] = useState(() => String(node?.attrs['text'] ?? ''));
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  // Others may have written meanwhile: the note is looked for again by what it is.
  const place = (): number | null => {
    if (pos === null || !node) return null;
    if (editor.state.doc.nodeAt(pos)?.eq(node)) return pos;
    let found: number | null = null;
    editor.state.doc.descendants((other, at) => {
      if (found === null && other.type.name === 'footnote' && other.eq(node)) found = at;
      return found === null;
    });
    return found;
  };
  const save = () => {
    const note = text.replace(/\s+/g, ' ').trim();
    const at = place();
    if (note !== '' && node && at !== null) {
      editor.commands.command(({ tr }) => {
        tr.setNodeAttribute(at, 'text', note);
        return true;
      });
    } else if (note !== '') {
      const { to } = editor.state.selection;
      editor.commands.insertContentAt(to, { type: 'footnote', attrs: { text: note } });
    }
    close();
  };
  const remove = () => {
    const at = place();
    if (at !== null) editor.commands.deleteRange({ from: at, to: at + 1 });
    close();
  };
  return (
    <Dialog title={words.title} onClose={close}>
      <Form onSubmit={save}>
        <div className={styles.field}>
          <label htmlFor={id}>{words.text}</label>
          <textarea
            id={id}
            className={styles.area}
            value={text}
            rows={4}
            maxLength={footnoteLimit}
            lang="es"
            autoFocus
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <FormActions>
          {node && <Button onClick={remove}>{words.remove}</Button>}
          <Button type="submit" look="primary">
            {words.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
