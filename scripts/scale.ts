// What `pnpm scale` runs: writes docs/scale.md from the computation.
import { writeFileSync } from 'node:fs';
import { scalePage } from '../tests/bench/scale-page.ts';

writeFileSync(new URL('../docs/scale.md', import.meta.url), scalePage());
console.log('docs/scale.md is as tests/bench/scale.ts computes it.');
