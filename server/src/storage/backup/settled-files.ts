// Files that are on the disk when it is said that they are: written, synced, named in one step, and the folder that names them synced too.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unfinished } from './manifest.ts';

/** Writes the file under its name only when all of it is on the disk. */
export async function writeSettled(file: string, content: string): Promise<void> {
  const handle = await open(file + unfinished, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await settleAs(file + unfinished, file);
}

/** Syncs a file that is whole and gives it its name. */
export async function settleAs(part: string, file: string): Promise<void> {
  await sync(part);
  await rename(part, file);
  await sync(dirname(file));
}

/** Syncs a file, or the names in a folder. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // A folder cannot be synced everywhere (Windows, some network disks); its files are.
    if (!(error instanceof Error && 'code' in error && /^(?:EPERM|EINVAL|EISDIR|ENOTSUP)$/.test(String(error.code)))) throw error;
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file in hex. `onBytes` hears of what was read, piece by piece. */
export async function sha256Of(file: string, onBytes: (bytes: number) => void = () => undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(piece);
    onBytes(piece.length);
  }
  return hash.digest('hex');
}
