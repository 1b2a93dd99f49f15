// Closes a code, after saying what that means for those outside and for those already in.
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { ReactNode } from 'react';
import { useCloseJoinCode } from '../../api/join-codes.ts';
import { refusalWords } from '../../api/refusal-words.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import { groupedCode } from './join-link.ts';

interface CloseCodeDialogProps {
  readonly labId: string;
  readonly code: JoinCode;
  readonly onClose: () => void;
  readonly onClosed: () => void;
}

export function CloseCodeDialog({ labId, code, onClose, onClosed }: CloseCodeDialogProps): ReactNode {
  const words = useWords();
  const { closing: say } = words.codes;
  const closing = useCloseJoinCode(labId);
  const said = groupedCode(code.code);
  return (
    <ConfirmDialog
      danger
      title={say.title(said)}
      action={say.go}
      pending={closing.isPending}
      failure={refusalWords(closing.error, { fields: [], words }).whole}
      onClose={onClose}
      onConfirm={() =>
        closing.mutate(code, {
          onSuccess: () => {
            tell(say.done(said));
            onClose();
            onClosed();
          },
        })
      }
    >
      <p>{say.what}</p>
    </ConfirmDialog>
  );
}
