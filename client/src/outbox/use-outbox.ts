// The outbox of whoever is signed in, for the screen.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { putMine } from '../api/mine.ts';
import { outboxOf } from './device-outbox.ts';
import type { Outbox, OutboxView } from './outbox.ts';

export function useOutbox({ personId, lab }: { personId: string; lab: string }): { outbox: Outbox; view: OutboxView } {
  const client = useQueryClient();
  const outbox = useMemo(() => outboxOf({ personId, lab }), [personId, lab]);
  const view = useSyncExternalStore(outbox.subscribe, outbox.view);
  useEffect(
    () => outbox.onSent((contribution, { table }) => putMine(client, { lab, no: table, contribution })),
    [outbox, client, lab],
  );
  return { outbox, view };
}
