// A list before it has anything: on its way, empty, refused.
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from '../../ui/words.ts';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

export function WaitingSection(): ReactNode {
  const style = useStyleWords();
  const { ui } = useWords();
  const { waiting } = style;
  return (
    <Piece name="waiting">
      <Specimens>
        <Specimen label={waiting.text}>
          <Skeleton />
        </Specimen>
        <Specimen label={waiting.rows}>
          <Skeleton tall lines={2} />
        </Specimen>
        <Specimen label={waiting.empty}>
          <EmptyState icon={<FileText aria-hidden="true" />} action={<Button>{waiting.create}</Button>}>
            {waiting.emptyWords}
          </EmptyState>
        </Specimen>
        <Specimen label={waiting.failed}>
          <ErrorState onRetry={() => tell(waiting.retried)}>{ui.networkFailure}</ErrorState>
        </Specimen>
        <Specimen label={waiting.retrying}>
          <ErrorState onRetry={() => undefined} pending>
            {ui.networkFailure}
          </ErrorState>
        </Specimen>
      </Specimens>
    </Piece>
  );
}
