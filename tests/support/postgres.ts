// A PostgreSQL for tests, wherever there is one: the one somebody names, the one at the usual address, one whose programs are on the
// machine, or, where we may install things, Debian's. Tests take a schema of their own in it, and leave none behind.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.ts';

/** Names a server to use; the URL of a database in which schemas may be made. */
export const urlVariable = 'COCREA_TEST_POSTGRES_URL';
const usual = ['postgres://postgres@127.0.0.1:5432/postgres', 'postgres://postgres:postgres@127.0.0.1:5432/postgres'];

export interface TestPostgres {
  readonly url: string;
  /** Where it was found, for the summary of a run. */
  readonly about: string;
  stop(): Promise<void>;
}

/** One that may be ill-treated. */
export interface OwnPostgres extends TestPostgres {
  /** Ends it in the middle of whatever it does, without a checkpoint, and starts it again: it recovers from its log. */
  crash(): Promise<void>;
}

/** A server of our own, of the programs on this machine; null where there are none, or it does not start. */
export async function startOwnPostgres(): Promise<OwnPostgres | null> {
  const programs = installedPrograms();
  return programs === null ? null : startOwn(programs);
}

/** Null, with the reason, where there is none. A server that was named and does not answer is an error: somebody counts on it. */
export async function findPostgres(): Promise<TestPostgres | { readonly url: null; readonly about: string }> {
  const named = process.env[urlVariable];
  const stop = async (): Promise<void> => undefined;
  if (named !== undefined && named !== '') {
    if (!(await answers(named))) throw new Error(`${urlVariable} names a PostgreSQL that does not answer`);
    return { url: named, about: `the one of ${urlVariable}`, stop };
  }
  for (const url of usual) if (await answers(url)) return { url, about: 'the one at 127.0.0.1:5432', stop };
  const programs = installedPrograms() ?? (await install());
  if (programs === null) return { url: null, about: `there is none on this machine; ${urlVariable} can name one` };
  return (await startOwn(programs)) ?? { url: null, about: `the one in ${programs} does not start` };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The newest of Debian's folders of programs, or those of others. */
function installedPrograms(): string | null {
  const versions = namesIn('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
  const folders = [...versions.map((version) => `/usr/lib/postgresql/${version}/bin`), ...(process.env['PATH'] ?? '').split(':')];
  return folders.find((folder) => namesIn(folder).includes('initdb')) ?? null;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function install(): Promise<string | null> {
  if (process.getuid?.() !== 0 || !namesIn('/usr/bin').includes('apt-get')) return null;
  console.log('PostgreSQL: installing the one of Debian.');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await promisify(execFile)('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { env, timeout: 240_000 });
  } catch {
    return null;
  }
  return installedPrograms();
}

/** A server of our own in a temporary folder, on a free port. PostgreSQL refuses to run as root: then it runs as its own user. */
async function startOwn(programs: string): Promise<OwnPostgres | null> {
  const folder = mkdtempSync(join(tmpdir(), 'cocrea-postgres-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const identity = process.getuid?.() === 0 ? await identityOf('postgres') : null;
    if (identity !== null) chownSync(folder, identity.uid, identity.gid);
    const data = join(folder, 'data');
    const options = { ...identity, cwd: folder };
    await promisify(execFile)(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
      options,
    );
    const port = await freePort();
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    const start = async (): Promise<ChildProcess> => {
      const args = ['-D', data, ...settings.flatMap((one) => ['-c', one])];
      const started = spawn(join(programs, 'postgres'), args, { ...options, stdio: 'ignore' });
      const until = Date.now() + 30_000;
      while (!(await answers(url))) {
        if (started.exitCode !== null || Date.now() > until) throw new Error('it does not answer');
        await wait(100);
      }
      return started;
    };
    let server = await start();
    const kill = (): boolean => server.kill('SIGQUIT');
    process.once('exit', kill);
    const end = async (signal: NodeJS.Signals): Promise<void> => {
      const ended = once(server, 'exit');
      server.kill(signal);
      await ended;
    };
    return {
      url,
      about: `one of our own, of ${programs}`,
      crash: async () => {
        await end('SIGQUIT');
        server = await start();
      },
      stop: async () => {
        process.off('exit', kill);
        await end('SIGINT');
        remove();
      },
    };
  } catch {
    remove();
    return null;
  }
}

async function identityOf(user: string): Promise<{ uid: number; gid: number }> {
  const ask = async (what: string): Promise<number> => Number((await promisify(execFile)('id', [what, user])).stdout);
  return { uid: await ask('-u'), gid: await ask('-g') };
}

/** The address of a new, empty schema in that database. */
export async function newSchema(url: string, name: string): Promise<string> {
  await asked(url, `CREATE SCHEMA ${name}`);
  return inSchema(url, name);
}

export function inSchema(url: string, name: string): string {
  const address = new URL(url);
  address.searchParams.set('options', `-c search_path=${name}`);
  // Tells its connections from those of others.
  address.searchParams.set('application_name', name);
  return address.href;
}

export async function dropSchema(url: string, name: string): Promise<void> {
  await asked(url, `DROP SCHEMA IF EXISTS ${name} CASCADE`);
}

/** Runs one statement from outside of the program, with `$1` and so on in place of values. */
export async function asked(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query<Record<string, unknown>>(sql, [...values]);
  } finally {
    await client.end();
  }
}
