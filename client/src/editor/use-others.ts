// The others in a document as a component sees them: a new list only when somebody came, went, was renamed or put their caret down.
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { othersIn, peopleAmong, type Present } from './presence.ts';

function sameFace(one: Present, other: Present): boolean {
  return (
    one.clientId === other.clientId &&
    one.name === other.name &&
    one.color === other.color &&
    one.actorKind === other.actorKind &&
    (one.caret === null) === (other.caret === null)
  );
}

export function useOthers(awareness: Awareness, myId: string): readonly Present[] {
  const read = useMemo(() => {
    let last: readonly Present[] = [];
    return () => {
      const next = peopleAmong(othersIn(awareness), myId);
      if (next.length !== last.length || next.some((person, index) => !sameFace(person, last[index]!))) last = next;
      return last;
    };
  }, [awareness, myId]);
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness.on('change', listener);
      return () => awareness.off('change', listener);
    },
    [awareness],
  );
  return useSyncExternalStore(subscribe, read);
}
