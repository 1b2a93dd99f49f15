// Keeps the line to a lab's feed as long as its pages are open, from the last event they show.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenToLab } from '../api/feed.ts';
import { labKey } from '../api/keys.ts';
import { useLab, type LabAnswer } from '../api/labs.ts';

export function useLabFeed(lab: string): void {
  const client = useQueryClient();
  const known = useLab(lab).data !== undefined;
  useEffect(() => {
    if (!known) return undefined;
    return listenToLab(client, { lab, after: client.getQueryData<LabAnswer>(labKey(lab))?.seq ?? 0 });
  }, [client, lab, known]);
}
