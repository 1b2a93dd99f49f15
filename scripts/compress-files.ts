// Writes each text file of a build a second and third time, compressed, so that a hall of phones costs the server no compressing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const texts = /\.(?:js|css|html|svg|json|webmanifest)$/;
/** Bytes under which compressing saves no packet. */
const least = 1024;

/** `file.js` gets `file.js.br` and `file.js.gz` beside it, as small as they get: a build waits a second once, a slow line each time. */
export function compressFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !texts.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    if (bytes.length < least) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
