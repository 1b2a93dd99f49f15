// The real server as tests use it: a process of its own on a free port and a temporary data folder, which can be stopped, killed and started again.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { asked } from './postgres.ts';
import { runFolder } from './run-folder.ts';
import { schemaOf } from './server-database.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';

export const repository = fileURLToPath(new URL('../../', import.meta.url));
export const demoLab = 'compromiso-11';
const main = join(repository, 'server/src/main.ts');
const commandLine = join(repository, 'server/src/cli/cocrea.ts');
/** A machine with two busy cores starts slowly; a start that takes longer than this is a failure. */
const startTimeout = 45_000;

export type Environment = Readonly<Record<string, string>>;

export interface ServerOptions {
  /** Settings on top of a clean environment: `{ COCREA_DEMO: '0' }`. */
  readonly env?: Environment;
  /** An existing data folder; a temporary one, removed when the test process ends, without it. */
  readonly dataDir?: string;
  /** Runs the server under another program, for instance `['taskset', '-c', '1']`. */
  readonly under?: readonly string[];
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** From the signal to the end. */
  readonly milliseconds: number;
}

export interface RunningServer extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`; the same after `restart`. */
  readonly url: string;
  /** `ws://127.0.0.1:<port>/sync`, what a stock y-websocket client is given. */
  readonly wsUrl: string;
  readonly port: number;
  readonly dataDir: string;
  /** Of the running process; changes with `restart`. */
  readonly pid: number;
  /** SIGTERM, and waits for the end. Does nothing when it is not running. */
  stop(): Promise<Ended | null>;
  /** SIGKILL, and waits for the end. Does nothing when it is not running. */
  kill(): Promise<Ended | null>;
  /** Starts it again on the same port and data folder, stopping it first where it runs. */
  restart(): Promise<void>;
  /** A new access token for a fresh person of that role, from the command line. */
  token(role: Role, lab?: string): Promise<string>;
  /** Runs `cocrea <args>` on the data folder and gives what it printed to stdout. */
  cocrea(...args: string[]): Promise<string>;
  /** Everything printed so far, of all starts, both streams. */
  output(): string;
}

/** A server that ended before it listened: what tests of bad settings look at. */
export class ServerDidNotStart extends Error {
  readonly code: number | null;
  readonly output: string;

  constructor(code: number | null, output: string) {
    super(`The server did not start (exit code ${code}):\n${output}`);
    this.name = 'ServerDidNotStart';
    this.code = code;
    this.output = output;
  }
}

const running = new Set<ChildProcess>();
const temporaryFolders = new Set<string>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed when the test process ends, at the latest with the run. */
export function temporaryFolder(name = 'cocrea-test-'): string {
  const folder = mkdtempSync(join(runFolder(), name));
  temporaryFolders.add(folder);
  return folder;
}

/** The address of what stands for a data folder where tests run on PostgreSQL, made when missing; null where the folder holds everything. */
export async function databaseFor(dataDir: string): Promise<string | null> {
  const schema = schemaOf(dataDir);
  if (schema === null) return null;
  await asked(schema.server, `CREATE SCHEMA IF NOT EXISTS ${schema.name}`);
  return schema.url;
}

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const databaseUrl = await databaseFor(dataDir);
  const environment = {
    ...cleanEnvironment(),
    COCREA_HOST: '127.0.0.1',
    COCREA_DATA_DIR: dataDir,
    ...(databaseUrl === null ? {} : { COCREA_DATABASE_URL: databaseUrl }),
    ...options.env,
  };
  let printed = '';
  let child = await launch('0');
  const { address, port } = addressIn(printed);

  async function launch(onPort: string): Promise<ChildProcess> {
    const begin = printed.length;
    const [program, ...args] = [...(options.under ?? []), process.execPath, main];
    const started = spawn(program, args, {
      cwd: repository,
      env: { PORT: onPort, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(started);
    const ended = once(started, 'exit').then(() => running.delete(started));
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        started.kill('SIGKILL');
        reject(new ServerDidNotStart(null, `no address within ${startTimeout} ms\n${printed.slice(begin)}`));
      }, startTimeout);
      const read = (chunk: Buffer): void => {
        printed += chunk.toString();
        if (addressPattern.test(printed.slice(begin))) {
          clearTimeout(timer);
          resolve();
        }
      };
      started.stdout?.on('data', read);
      started.stderr?.on('data', read);
      started.once('close', (code) => {
        clearTimeout(timer);
        reject(new ServerDidNotStart(code, printed.slice(begin)));
      });
      started.once('error', reject);
      ended.catch(reject);
    });
    return started;
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ended | null> {
    if (child.exitCode !== null || child.signalCode !== null) return null;
    const begin = performance.now();
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
    return { code: child.exitCode, signal: child.signalCode, milliseconds: performance.now() - begin };
  }

  async function cocrea(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [commandLine, ...args], {
      cwd: repository,
      env: environment,
    });
    return stdout.trim();
  }

  return {
    url: address,
    wsUrl: `${address.replace(/^http/, 'ws')}/sync`,
    port,
    dataDir,
    get pid() {
      return child.pid ?? 0;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGTERM');
      child = await launch(String(port));
    },
    token: (role, lab = demoLab) => cocrea('token', '--lab', lab, '--role', role),
    cocrea,
    output: () => printed,
    [Symbol.asyncDispose]: async () => {
      await end('SIGKILL');
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** How a start failed; a start that succeeds is an Error. */
export async function refusalOf(options: ServerOptions): Promise<ServerDidNotStart> {
  try {
    await using server = await startServer(options);
    throw new Error(`it started at ${server.url}`);
  } catch (failure) {
    if (failure instanceof ServerDidNotStart) return failure;
    throw failure;
  }
}

/** The address of this machine, as the first lines of the server print it. */
const addressPattern = /(https?):\/\/(?:localhost|127\.0\.0\.1):(\d+)/;

function addressIn(output: string): { address: string; port: number } {
  const [, scheme, port] = addressPattern.exec(output) ?? [];
  return { address: `${scheme}://127.0.0.1:${port}`, port: Number(port) };
}

/** Nothing of the developer's own settings reaches a test. */
function cleanEnvironment(): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (
      value !== undefined &&
      !name.startsWith('COCREA_') &&
      name !== 'PORT' &&
      name !== 'NODE_OPTIONS' &&
      !name.startsWith('VITEST')
    ) {
      kept[name] = value;
    }
  }
  return kept;
}
