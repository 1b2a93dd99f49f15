// The way back to a moment, asked for twice and undone with one touch; only for those who may, where the text is still written.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useRestoreMoment } from '../../api/history.ts';
import { useActor } from '../../api/session.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { tell, tellFailure, tellWithAction } from '../../ui/Toast.tsx';
import { subjectOf } from './document-subject.ts';
import { useWords } from './words.ts';

interface RestoreButtonProps {
  readonly document: LabDocument;
  readonly seq: number;
  /** The last moment this page shows: what others wrote after it stays. */
  readonly seen: number;
}

export function RestoreButton({ document, seq, seen }: RestoreButtonProps): ReactNode {
  const words = useWords();
  const { restore: say } = words.history;
  const actor = useActor();
  const restoring = useRestoreMoment(document.labId, document.id);
  const [asking, setAsking] = useState(false);
  if (!can(actor, 'version.restore', subjectOf(document))) return null;
  const undo = async ({ before, at }: { before: number; at: number }): Promise<void> => {
    try {
      // What the restoration changed, and no more: whatever was written after it stays.
      await restoring.mutateAsync({ seq: before, seen: at });
      tell(say.undone);
    } catch (failure) {
      tellFailure(failureWords(failure, words));
    }
  };
  return (
    <>
      <Button look="quiet" icon={<Undo2 aria-hidden="true" />} onClick={() => setAsking(true)}>
        {say.action}
      </Button>
      {asking && (
        <ConfirmDialog
          title={say.title}
          action={say.action}
          pending={restoring.isPending}
          failure={restoring.error ? failureWords(restoring.error, words) : undefined}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            restoring.mutate(
              { seq, seen },
              {
                onSuccess: (restored) => {
                  setAsking(false);
                  tellWithAction(say.done, { label: say.undo, onAct: () => undo(restored) });
                },
              },
            )
          }
        >
          <p>{say.what}</p>
          <p>{say.undoable}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
