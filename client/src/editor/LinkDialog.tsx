// Puts a link on the words that are selected, or changes the one the caret is in.
import { toSafeLink } from '@cocrea/shared/document/safe-link.ts';
import type { Editor } from '@tiptap/core';
import { ExternalLink } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Form, FormActions } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useWords } from './words.ts';

interface LinkDialogProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

export function LinkDialog({ editor, onClose }: LinkDialogProps): ReactNode {
  const words = useWords().editor.link;
  const [before] = useState(() => (editor.getAttributes('link')['href'] as string | undefined) ?? '');
  const [needsText] = useState(() => before === '' && editor.state.selection.empty);
  const [address, setAddress] = useState(before);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(0);
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const save = () => {
    const href = toSafeLink(address);
    if (!href) return setWrong(wrong + 1);
    const chain = editor.chain().extendMarkRange('link');
    if (needsText)
      chain
        .insertContent({ type: 'text', text: text.trim() || address.trim(), marks: [{ type: 'link', attrs: { href } }] })
        .run();
    else chain.setLink({ href }).run();
    close();
  };
  return (
    <Dialog title={words.title} onClose={close}>
      <Form onSubmit={save} refusal={wrong}>
        {needsText && <TextField label={words.text} value={text} onChange={setText} optional autoFocus />}
        <TextField
          label={words.address}
          hint={words.hint}
          value={address}
          onChange={setAddress}
          autoFocus={!needsText}
          inputMode="url"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...(wrong > 0 && { error: words.wrong })}
        />
        <FormActions>
          {before !== '' && (
            <>
              <Button
                onClick={() => {
                  editor.chain().extendMarkRange('link').unsetLink().run();
                  close();
                }}
              >
                {words.remove}
              </Button>
              <Button icon={<ExternalLink aria-hidden="true" />} onClick={() => window.open(before, '_blank', 'noopener')}>
                {words.open}
              </Button>
            </>
          )}
          <Button type="submit" look="primary">
            {words.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
