// What a backup says of itself, beside the database it carries: which moment it is of, what is in it, and how to tell that nothing of it
// changed since. A backup is one folder of three files; `SHA256SUMS` is written last, so a folder without it was never finished.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@cocrea/shared/errors.ts';
import * as z from 'zod';

export const databaseName = 'cocrea.db';
export const manifestName = 'manifest.json';
/** In the form of `sha256sum`, so that `sha256sum -c SHA256SUMS` checks a backup without this program. */
export const sumsName = 'SHA256SUMS';
/** What a file is called while it is being written; nobody takes it for the whole one. */
export const unfinished = '.part';

const Manifest = z.object({
  format: z.literal('cocrea.backup.v1'),
  /** The version of Cocrea that wrote it, and the last step of the schema that it knows. */
  program: z.string(),
  schema: z.int(),
  /** SQLite's, as the copy was made with it. */
  sqlite: z.string(),
  /** ISO 8601, UTC: everything committed before is in it, nothing committed after. */
  takenAt: z.iso.datetime(),
  database: z.object({ file: z.literal(databaseName), bytes: z.int(), sha256: z.hex() }),
  /** Every text with the seq of its last row in the backup. */
  documents: z.array(z.object({ id: z.string(), generation: z.string(), seq: z.int() })),
  /** Every lab with the length of its chain of events and the hash of its last. */
  labs: z.array(z.object({ id: z.string(), events: z.int(), head: z.hex() })),
});
export type BackupManifest = z.infer<typeof Manifest>;

/** The manifest of a finished backup and its checksums by file. Throws AppError `backup_not_whole` for any other folder. */
export async function readBackup(folder: string): Promise<{ manifest: BackupManifest; sums: ReadonlyMap<string, string> }> {
  try {
    const sums = parseSums(await readFile(join(folder, sumsName), 'utf8'));
    const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
    if (!sums.has(databaseName) || !sums.has(manifestName)) throw new Error('its checksums do not name its files');
    return { manifest, sums };
  } catch {
    throw new AppError('backup_not_whole', { folder });
  }
}

export function formatSums(sums: ReadonlyMap<string, string>): string {
  return [...sums].map(([name, sha256]) => `${sha256}  ${name}\n`).join('');
}

function parseSums(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^([0-9a-f]{64}) [ *](\S+)$/gm)].map(([, sha256 = '', name = '']) => [name, sha256]));
}
