// A program that serves sockets and prints its address first: how every target but ours is started.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Program {
  readonly pid: number;
  /** `ws://127.0.0.1:<port>` */
  readonly address: string;
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export async function startProgram(
  file: string,
  { under, args = [] }: { under: readonly string[]; args?: string[] },
): Promise<Program> {
  const [program = process.execPath, ...rest] = [...under, process.execPath, file, ...args];
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } });
  running.add(child);
  const ended = once(child, 'exit').then(() => running.delete(child));
  const early = ended.then(() => {
    throw new Error(`${file} ended before it listened`);
  });
  early.catch(() => undefined);
  const [line] = (await Promise.race([once(child.stdout, 'data'), early])) as [Buffer];
  return {
    pid: child.pid ?? 0,
    address: line.toString().trim().replace('http', 'ws'),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
