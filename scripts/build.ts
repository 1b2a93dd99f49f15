// What `pnpm build` runs: the pages, when their sources changed since the last build; and says what the first of them weigh.
import { dist, ensureClientBuilt } from './client-build.ts';
import { tableLimit, toTheTable, weigh, weightLimit } from './page-weight.ts';

let built = false;
await ensureClientBuilt(() => {
  built = true;
  console.log('Building the pages.');
});
console.log(built ? 'The pages are in client/dist.' : 'The pages in client/dist are those of these sources.');

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
for (const [what, { bytes }, limit] of [
  ['before it can join', weigh(dist), weightLimit],
  ['from the QR to the first contribution', weigh(dist, toTheTable), tableLimit],
] as const) {
  console.log(`Script a phone loads ${what}: ${kilobytes(bytes)} gzipped, limit ${kilobytes(limit)}.`);
  if (bytes > limit) process.exitCode = 1;
}
