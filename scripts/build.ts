// What `pnpm build` runs: the pages, when their sources changed since the last build.
import { ensureClientBuilt } from './client-build.ts';

let built = false;
await ensureClientBuilt(() => {
  built = true;
  console.log('Building the pages.');
});
console.log(built ? 'The pages are in client/dist.' : 'The pages in client/dist are those of these sources.');
