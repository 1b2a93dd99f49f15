// Compares two texts away from the page, so that it stays quick under the hand, and says how far it is. One question a worker: ending it is how it
// is cancelled.
import { compareBodies } from '@cocrea/shared/document/compare-bodies.ts';
import type { BlockChange } from '@cocrea/shared/document/lineage.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';

/** How many blocks of how many have been compared; at last, what was found. */
export type Told = { readonly blocks: number; readonly of: number } | { readonly changes: readonly BlockChange[] };

/** Milliseconds from one telling to the next: more than a screen shows would only slow it down. */
const pause = 50;

globalThis.onmessage = ({ data }: MessageEvent<{ before: DocumentJson; after: DocumentJson }>) => {
  const tell = (told: Told): void => globalThis.postMessage(told);
  let toldAt = Number.NEGATIVE_INFINITY;
  const onCompared = (blocks: number, of: number): void => {
    const now = performance.now();
    if (now - toldAt < pause) return;
    toldAt = now;
    tell({ blocks, of });
  };
  tell({ changes: compareBodies(data.before, data.after, { onCompared }) });
};
