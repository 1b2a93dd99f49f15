// What `pnpm test:postgres` runs: the whole suite of the API, its servers on PostgreSQL in place of the file.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const test = [new URL('./test.ts', import.meta.url).pathname, '--project=postgres', ...process.argv.slice(2)];
const child = spawn(process.execPath, test, { env: { ...process.env, COCREA_TEST_POSTGRES_WHOLE: '1' }, stdio: 'inherit' });
const [code] = await once(child, 'close');
process.exitCode = Number(code ?? 1);
