// Which contributions came while one was looking, and were not looked at yet: marked where they stand, never moved.
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import { useCallback, useMemo, useState } from 'react';
import { useMe } from '../../api/session.ts';

export interface Arrivals {
  readonly fresh: ReadonlySet<string>;
  readonly look: (ids: readonly string[]) => void;
}

export function useArrivals({ contributions }: BoardNow): Arrivals {
  const me = useMe()?.personId;
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => new Set(contributions.map(({ id }) => id)));
  const fresh = useMemo(
    () => new Set(contributions.flatMap(({ id, authorId }) => (seen.has(id) || authorId === me ? [] : [id]))),
    [contributions, seen, me],
  );
  const look = useCallback((ids: readonly string[]) => {
    setSeen((before) => (ids.every((id) => before.has(id)) ? before : new Set([...before, ...ids])));
  }, []);
  return { fresh, look };
}
