// A data folder that was damaged or belongs to somebody else: the start is refused in words, and the file is left as it was.
import { createHash } from 'node:crypto';
import { openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusalOf, startServer, temporaryFolder } from '../support/server.ts';

test('a damaged database stops the start with a sentence that names the file', async () => {
  const dataDir = temporaryFolder();
  {
    await using server = await startServer({ dataDir });
    await server.stop();
  }
  const file = join(dataDir, 'cocrea.db');
  writeSync(openSync(file, 'r+'), Buffer.alloc(512, 0x2a), 0, 512, 0);
  const before = fingerprintOf(file);

  const { code, output } = await refusalOf({ dataDir });
  expect(code).toBeGreaterThan(0);
  expect(output).toContain(file);
  expect(output).not.toMatch(/\n\s+at /);
  expect(fingerprintOf(file)).toBe(before);
});

function fingerprintOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
