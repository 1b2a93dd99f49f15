// Where one's words are: every state the badge of a document can show, with what it means a touch away.
import type { ReactNode } from 'react';
import { StatusBadge } from '../../editor/StatusBadge.tsx';
import { type StatusKind, statusKinds } from '../../realtime/sync-status.ts';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

const withPending: readonly StatusKind[] = ['sending', 'on_device', 'unsaved', 'server_unsaved'];

export function StatusSection(): ReactNode {
  const style = useStyleWords();
  return (
    <Piece name="status">
      <Specimens>
        {statusKinds.map((kind) => (
          <Specimen key={kind} label={style.status[kind]}>
            <StatusBadge
              status={{
                kind,
                pending: withPending.includes(kind) ? 3 : 0,
                onDevice: kind !== 'unsaved',
                reason: kind === 'no_permission' ? 'forbidden' : null,
                deviceKeepsNothing: false,
                overHttp: false,
              }}
            />
          </Specimen>
        ))}
      </Specimens>
    </Piece>
  );
}
