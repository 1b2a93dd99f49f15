// Compares two texts away from the page, so that it stays quick under the hand. One question a worker: ending it is how it is cancelled.
import { compareBodies } from '@cocrea/shared/document/compare-bodies.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';

globalThis.onmessage = ({ data }: MessageEvent<{ before: DocumentJson; after: DocumentJson }>) => {
  globalThis.postMessage(compareBodies(data.before, data.after));
};
