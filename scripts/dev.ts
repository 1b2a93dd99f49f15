// What `pnpm dev` runs: the server, started again when its sources change, and Vite with the pages, both ended by one Ctrl-C.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../', import.meta.url));
const client = join(repository, 'client');

const parts: readonly ChildProcess[] = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', join(repository, 'server/src/main.ts')], {
    cwd: repository,
    stdio: 'inherit',
  }),
  spawn(process.execPath, [join(client, 'node_modules/vite/bin/vite.js')], { cwd: client, stdio: 'inherit' }),
];

function endAll(signal: NodeJS.Signals): void {
  for (const part of parts) part.kill(signal);
}
process.on('SIGINT', () => endAll('SIGINT'));
process.on('SIGTERM', () => endAll('SIGTERM'));
for (const part of parts) part.once('exit', () => endAll('SIGTERM'));
