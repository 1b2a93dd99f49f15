// The outbox of whoever is signed in, for the screen.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { putMine } from '../api/mine.ts';
import { askWhoIAm } from '../api/session.ts';
import { outboxOf } from './device-outbox.ts';
import type { Outbox, OutboxView } from './outbox.ts';

export function useOutbox({ personId, lab }: { personId: string; lab: string }): { outbox: Outbox; view: OutboxView } {
  const outbox = useMemo(() => outboxOf({ personId, lab }), [personId, lab]);
  const view = useSyncExternalStore(outbox.subscribe, outbox.view);
  useEffect(() => outbox.onSent((contribution, { table }) => putMine({ lab, no: table }, contribution)), [outbox, lab]);
  const notOneself = view.state === 'not_oneself';
  const forbidden = view.items.filter(({ stop }) => stop?.why === 'refused' && stop.code === 'forbidden').length;
  useEffect(() => {
    // Whoever is signed in now is to see their own page, and nobody else's words; and whoever was given another part while the line was away
    // has not heard of it.
    if (notOneself || forbidden > 0) void askWhoIAm();
  }, [notOneself, forbidden]);
  return { outbox, view };
}
