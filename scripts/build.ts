// What `pnpm build` runs: the pages, when their sources changed since the last build; and says what the first of them weigh.
import { dist, ensureClientBuilt } from './client-build.ts';
import { weigh, weightLimit } from './page-weight.ts';

let built = false;
await ensureClientBuilt(() => {
  built = true;
  console.log('Building the pages.');
});
console.log(built ? 'The pages are in client/dist.' : 'The pages in client/dist are those of these sources.');

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const { bytes } = weigh(dist);
console.log(`Script a phone loads before it can join: ${kilobytes(bytes)} gzipped, limit ${kilobytes(weightLimit)}.`);
if (bytes > weightLimit) process.exitCode = 1;
