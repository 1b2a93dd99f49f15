// The one place on disk where a run of tests keeps what lasts as long as itself. Workers are ended without a word once their files are done,
// so they cannot be trusted to tidy up behind themselves.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'COCREA_TEST_RUN_FOLDER';

/** Where temporary folders go: that of the run, or the system's own outside of one. */
export function runFolder(): string {
  return process.env[variable] ?? tmpdir();
}

/** Vitest calls it before a run, and what it gives after. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cocrea-run-'));
  process.env[variable] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
