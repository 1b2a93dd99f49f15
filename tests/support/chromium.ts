// Finds the browser of the tests: the one named by CHROME_PATH, the system's, the one inside a package, or, as root on Debian, one installed with apt.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export interface Browser {
  readonly path: string;
  /** Set where the browser brings libraries the system lacks. */
  readonly env: Readonly<Record<string, string>>;
}

/** The browser, ready to start; throws an Error that says what to do when there is none. */
export async function findBrowser(): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined) {
    if (existsSync(named)) return { path: named, env: {} };
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const system = systemPaths.find((path) => existsSync(path));
  if (system !== undefined) return { path: system, env: {} };
  const unpacked = await unpackPackage();
  if (unpacked && (await starts(unpacked))) return unpacked;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await run('apt-get', ['update'], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 1 << 26,
    });
    const installed = systemPaths.find((path) => existsSync(path));
    if (installed !== undefined) return { path: installed, env: {} };
  }
  throw new Error('No browser found. Install Chromium, or set CHROME_PATH to the program of one.');
}

/** One sentence for the first line of a test run: which browser was found. */
export async function ensureBrowser(): Promise<string> {
  const { path, env } = await findBrowser();
  const { stdout } = await run(path, ['--version'], { env: { ...process.env, ...env } });
  return `${stdout.trim()} (${path})`;
}

/** The binary packed inside @sparticuz/chromium, with its own libraries beside it for systems that lack them. */
async function unpackPackage(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  await chmod(path, 0o755);
  const libraries = join(tmpdir(), 'al2023');
  if (!existsSync(libraries)) {
    const bin = join(import.meta.dirname, '../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
    const unpackedTo = await inflate(bin);
    if (unpackedTo !== libraries) {
      await mkdir(tmpdir(), { recursive: true });
      await rename(unpackedTo, libraries);
    }
  }
  const browser: Browser = { path, env: {} };
  if (await starts(browser)) return browser;
  return { path, env: { LD_LIBRARY_PATH: join(libraries, 'lib'), FONTCONFIG_PATH: join(tmpdir(), 'fonts') } };
}

async function starts({ path, env }: Browser): Promise<boolean> {
  return run(path, ['--version'], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  );
}
