// Brings in the servers that are measured beside ours, each into its own folder here, from its pinned lockfile and through npm: they are no part
// of the workspace, and neither start nor test ever sees them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export const peersFolder = import.meta.dirname;
const hocuspocus = join(peersFolder, 'hocuspocus');
const yWebsocket = join(peersFolder, 'y-websocket');
/** Built for the version of Node that runs this, which is not always the one the machine builds for. */
const addon = join(hocuspocus, 'node_modules/better-sqlite3');

export function installPeer(name: 'hocuspocus' | 'y-websocket'): void {
  const folder = name === 'hocuspocus' ? hocuspocus : yWebsocket;
  if (!isInstalled(folder)) npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  if (name === 'hocuspocus' && !works()) makeAddon();
}

/** Of which version each peer is, as its lockfile has it. */
export function versionOf(name: 'hocuspocus' | 'y-websocket'): string {
  const [folder, what] = name === 'hocuspocus' ? [hocuspocus, '@hocuspocus/server'] : [yWebsocket, '@y/websocket-server'];
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  return `${what} ${packages[`node_modules/${what}`]?.version ?? ''}`;
}

function isInstalled(folder: string): boolean {
  const kept = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(kept)) return false;
  const versions = (file: string): string => {
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { version?: string }> };
    const named = Object.entries(packages).filter(([path]) => path !== '');
    return named
      .map(([path, { version = '' }]) => `${path} ${version}`)
      .toSorted((one, other) => one.localeCompare(other))
      .join('\n');
  };
  return versions(kept) === versions(join(folder, 'package-lock.json'));
}

/**
 * Whose headers it is built with: those of 24.19 and later make a program end when a statement is collected while nothing runs (Hocuspocus makes
 * one for every document). The binary interface is the same.
 */
const headersOf = '24.18.1';

/** The published binary where it can be had and works; built here, with headers that a package on npm has, where it cannot. */
function makeAddon(): void {
  try {
    run(process.execPath, [join(hocuspocus, 'node_modules/prebuild-install/bin.js')], addon);
  } catch {
    // Nothing to be had: the next question tells.
  }
  if (!works()) {
    const what = `node-${process.platform}-${process.arch}`;
    const folder = join(peersFolder, 'data');
    const headers = join(folder, 'node_modules', what);
    if (!existsSync(join(headers, 'include')))
      npm(['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, `${what}@${headersOf}`], peersFolder);
    npm(['rebuild', 'better-sqlite3'], hocuspocus, { npm_config_nodedir: headers });
  }
  if (!works()) throw new Error('better-sqlite3, which Hocuspocus keeps its documents with, does not work');
}

/** It loads, and outlives a collection of its statements by a task of the platform. */
const trial = `
  const database = new (require('better-sqlite3'))(':memory:');
  for (let no = 0; no < 100; no++) database.prepare('select 1').get();
  gc({ execution: 'async' });
`;

function works(): boolean {
  try {
    run(process.execPath, ['--expose-gc', '-e', trial], hocuspocus);
    return true;
  } catch {
    return false;
  }
}

function npm(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): void {
  console.log(`npm ${args.join(' ')}`);
  run('npm', args, cwd, env);
}

/** With the Node that runs this first in the path. */
function run(program: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): void {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  execFileSync(program, args, { cwd, env: { ...process.env, PATH: path, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
}
