// Who looks at which observation at this moment: carried by the presence of the draft on the desk, signed by the server.
import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { othersIn } from '../../editor/presence.ts';

const field = 'desk';

/** Says what one looks at, and tells who else looks at what: names by observation. */
export function useLookers(
  awareness: Awareness | null,
  { openId, myId }: { openId: string | null; myId: string },
): ReadonlyMap<string, readonly string[]> {
  const [lookers, setLookers] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  useEffect(() => {
    awareness?.setLocalStateField(field, openId);
  }, [awareness, openId]);
  useEffect(() => {
    if (awareness === null) return undefined;
    const look = (): void => {
      const seen = new Map<string, string[]>();
      for (const { clientId, userId, name } of othersIn(awareness)) {
        const at: unknown = awareness.getStates().get(clientId)?.[field];
        if (typeof at === 'string' && userId !== myId) seen.set(at, [...new Set([...(seen.get(at) ?? []), name])]);
      }
      setLookers((before) => (JSON.stringify([...before]) === JSON.stringify([...seen]) ? before : seen));
    };
    awareness.on('change', look);
    look();
    return () => awareness.off('change', look);
  }, [awareness, myId]);
  return lookers;
}
