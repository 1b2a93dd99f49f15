// Keeps the line to a lab's feed as long as its pages are open, from the last event they show; and sends what waits on this device from a
// table, whatever page is shown.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenToLab } from '../api/feed.ts';
import { labKey } from '../api/keys.ts';
import { useLab, type LabAnswer } from '../api/labs.ts';
import { useMe } from '../api/session.ts';
import { outboxOf } from '../outbox/device-outbox.ts';
import { countUnsentContributions } from '../outbox/unsent-contributions.ts';

export function useLabFeed(lab: string): void {
  const client = useQueryClient();
  const personId = useMe()?.personId;
  useEffect(() => {
    if (personId !== undefined && countUnsentContributions(personId) > 0) outboxOf({ personId, lab });
  }, [personId, lab]);
  const known = useLab(lab).data !== undefined;
  useEffect(() => {
    if (!known) return undefined;
    return listenToLab(client, { lab, after: client.getQueryData<LabAnswer>(labKey(lab))?.seq ?? 0 });
  }, [client, lab, known]);
}
