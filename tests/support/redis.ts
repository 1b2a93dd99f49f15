// A Redis for tests, wherever there is one: the one somebody names, the one at the usual address, or one whose program is on the machine. Tests
// use channels with names of their own in it, and store nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** Names a server to use. */
const urlVariable = 'COCREA_TEST_REDIS_URL';
const usual = 'redis://127.0.0.1:6379';

export interface TestRedis {
  readonly url: string;
  /** Where it was found, for the summary of a run. */
  readonly about: string;
  stop(): Promise<void>;
}

/** Null, with the reason, where there is none. A server that was named and does not answer is an error: somebody counts on it. */
export async function findRedis(): Promise<TestRedis | { readonly url: null; readonly about: string }> {
  const named = process.env[urlVariable];
  const stop = async (): Promise<void> => undefined;
  if (named !== undefined && named !== '') {
    if (!(await answers(named))) throw new Error(`${urlVariable} names a Redis that does not answer`);
    return { url: named, about: `the one of ${urlVariable}`, stop };
  }
  if (await answers(usual)) return { url: usual, about: 'the one at 127.0.0.1:6379', stop };
  const program = installedProgram();
  if (program === null) return { url: null, about: `there is none on this machine; ${urlVariable} can name one` };
  try {
    return await startRedis(program);
  } catch (error) {
    return { url: null, about: `${program} does not start: ${String(error)}` };
  }
}

/** Redis, or what speaks like it; null where there is none. */
export function installedProgram(): string | null {
  const folders = ['/usr/bin', '/usr/local/bin', ...(process.env['PATH'] ?? '').split(':')];
  const programs = folders.flatMap((folder) => ['redis-server', 'valkey-server'].map((name) => join(folder, name)));
  return programs.find(isProgram) ?? null;
}

/** One of our own that keeps nothing, on a free port or the one given. */
export async function startRedis(program: string, port?: number): Promise<TestRedis & { readonly port: number }> {
  const at = port ?? (await freePort());
  const settings = { port: at, bind: '127.0.0.1', save: '', appendonly: 'no', dir: tmpdir() };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn(program, args, { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const kill = (): boolean => server.kill('SIGKILL');
  process.once('exit', kill);
  const url = `redis://127.0.0.1:${at}`;
  const until = Date.now() + 30_000;
  while (!(await answers(url))) {
    if (server.exitCode !== null || Date.now() > until) throw new Error('it does not answer');
    await wait(50);
  }
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
  };
  return { url, port: at, about: `one of our own, ${program}`, stop };
}

/** Sends commands one after the other, and does not mind being cut off by one of them. */
export async function redisSays(url: string, commands: readonly string[]): Promise<void> {
  const { hostname, port } = new URL(url);
  for (const command of commands) {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(`${command}\r\n`);
    await once(socket, 'data').catch(() => undefined);
    socket.destroy();
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  const { hostname, port, username, password } = new URL(url);
  const socket = connect(Number(port || '6379'), hostname);
  try {
    const signal = AbortSignal.timeout(2_000);
    await once(socket, 'connect', { signal });
    const name = username === '' ? '' : `${decodeURIComponent(username)} `;
    socket.write(`${password === '' ? '' : `AUTH ${name}${decodeURIComponent(password)}\r\n`}PING\r\n`);
    let heard = '';
    while (!heard.includes('+PONG')) {
      if (heard.startsWith('-')) return false;
      heard += String((await once(socket, 'data', { signal }))[0]);
    }
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
