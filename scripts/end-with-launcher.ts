// Ends this process when the command that started it is gone. `npx` does not pass a signal on to what it runs: without this, stopping it
// alone would leave a server that nobody sees, with the port and the data folder in its hands.
import { existsSync, readFileSync } from 'node:fs';

/** Milliseconds between looks. */
const interval = 1_000;

/** Sends this process SIGTERM when one of the package runners above it has ended. Does nothing where there are none, or no /proc. */
export function endWithLauncher(): void {
  const launchers = runnersAbove(process.ppid);
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every((pid) => existsSync(`/proc/${pid}`))) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, interval);
  timer.unref();
}

/** From the nearest parent up to the last npm, npx or pnpm; the shells between them included. */
function runnersAbove(first: number): number[] {
  const above: { readonly pid: number; readonly name: string }[] = [];
  for (let pid = first; pid > 1; ) {
    if (!existsSync(`/proc/${pid}/stat`)) break;
    // `pid (name) state parent …`; a name may hold spaces and parentheses.
    const [, name = '', parent = '0'] = /\((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    above.push({ pid, name });
    pid = Number(parent);
  }
  const last = above.findLastIndex(({ name }) => /^p?np[mx]/.test(name));
  return above.slice(0, last + 1).map(({ pid }) => pid);
}
