// The difference of two texts, found in a worker while the page goes on; another question or leaving ends the one before.
import type { BlockChange } from '@cocrea/shared/document/lineage.ts';
import type { Told } from './compare-worker.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { useCallback, useEffect, useState } from 'react';

export type Comparison =
  /** `compared` is null while the texts are on their way. */
  | { readonly state: 'working'; readonly compared: { readonly blocks: number; readonly of: number } | null }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed' }
  | { readonly state: 'done'; readonly changes: readonly BlockChange[]; readonly after: DocumentJson };

export interface UsedComparison {
  readonly comparison: Comparison;
  readonly cancel: () => void;
  readonly again: () => void;
}

const fetching: Comparison = { state: 'working', compared: null };

export function useComparison(before: DocumentJson | undefined, after: DocumentJson | undefined): UsedComparison {
  const [comparison, setComparison] = useState<Comparison>(fetching);
  const [round, setRound] = useState(0);
  const [end, setEnd] = useState<() => void>(() => () => undefined);
  useEffect(() => {
    setComparison(fetching);
    if (before === undefined || after === undefined) return undefined;
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Told>) =>
      setComparison('changes' in data ? { state: 'done', changes: data.changes, after } : { state: 'working', compared: data });
    worker.onerror = () => setComparison({ state: 'failed' });
    worker.postMessage({ before, after });
    setEnd(() => () => {
      worker.terminate();
      setComparison({ state: 'cancelled' });
    });
    return () => worker.terminate();
  }, [before, after, round]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  return { comparison, cancel: end, again };
}
