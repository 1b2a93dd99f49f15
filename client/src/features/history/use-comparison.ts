// The difference of two texts, found in a worker while the page goes on; another question or leaving ends the one before.
import type { BlockChange } from '@cocrea/shared/document/lineage.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { useCallback, useEffect, useState } from 'react';

export type Comparison =
  | { readonly state: 'working' }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed' }
  | { readonly state: 'done'; readonly changes: readonly BlockChange[]; readonly after: DocumentJson };

export interface UsedComparison {
  readonly comparison: Comparison;
  readonly cancel: () => void;
  readonly again: () => void;
}

export function useComparison(before: DocumentJson | undefined, after: DocumentJson | undefined): UsedComparison {
  const [comparison, setComparison] = useState<Comparison>({ state: 'working' });
  const [round, setRound] = useState(0);
  const [end, setEnd] = useState<() => void>(() => () => undefined);
  useEffect(() => {
    setComparison({ state: 'working' });
    if (before === undefined || after === undefined) return undefined;
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<BlockChange[]>) => setComparison({ state: 'done', changes: data, after });
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
