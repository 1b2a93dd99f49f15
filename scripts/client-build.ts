// Builds the pages when their sources changed since the last build, so that a second start serves at once what is already there.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressFiles } from './compress-files.ts';

const repository = fileURLToPath(new URL('../', import.meta.url));
const client = join(repository, 'client');
/** Where the built pages are. */
export const dist = join(client, 'dist');
/** What the build was made from; written last, so that half a build never counts as one. */
const mark = join(dist, '.built-from');
const sources = ['client', 'shared/src', 'shared/package.json', 'pnpm-lock.yaml'];

/**
 * Makes `client/dist` stand for the sources as they are now. `announce` is called before the work begins, and not at all when the
 * last build still holds. Throws an Error with what the builder printed when it fails; the last good build then stays in place.
 */
export async function ensureClientBuilt(announce: () => void): Promise<void> {
  const wanted = fingerprintOf(sources);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  announce();
  // Beside the old one, then in its place: a server that is running never serves half a build.
  removeAbandoned();
  const fresh = `${dist}-${process.pid}`;
  try {
    await viteBuild(fresh);
    compressFiles(fresh);
    writeFileSync(join(fresh, '.built-from'), wanted);
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Builds that were killed half way leave their folder behind. */
function removeAbandoned(): void {
  for (const name of readdirSync(client)) {
    const pid = /^dist-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(client, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function viteBuild(outDir: string): Promise<void> {
  const vite = join(client, 'node_modules/vite/bin/vite.js');
  const builder = spawn(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: client,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  builder.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  builder.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
  const [code] = await once(builder, 'close');
  if (code !== 0) throw new Error(`vite build: ${code}\n${Buffer.concat(printed).toString()}`);
}

function fingerprintOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(join(repository, path)))
      hash.update(file.slice(repository.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Every file that a build may read, in an order that does not depend on the disk. */
function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !/^dist(-\d+)?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .flatMap(({ name }) => filesUnder(join(path, name)))
    .sort();
}
