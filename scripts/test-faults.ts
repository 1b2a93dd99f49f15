// What `pnpm test:faults` runs: the fault tests at full length, in place of the short forms of the suite.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const child = spawn(process.execPath, [new URL('./test.ts', import.meta.url).pathname, '--project=faults'], {
  env: {
    COCREA_TEST_KILLS: '200',
    COCREA_TEST_CUTS: '500',
    COCREA_TEST_SLOW_MEGABYTES: '20',
    COCREA_TEST_RETURNING: '1000',
    COCREA_TEST_FRAMES: '1000000',
    COCREA_TEST_NODE_STEPS: '4000',
    COCREA_TEST_NODE_ROUNDS: '100',
    COCREA_TEST_DOCUMENTS: '5000',
    ...process.env,
  },
  stdio: 'inherit',
});
const [code] = await once(child, 'close');
process.exitCode = Number(code ?? 1);
