// What keeps the server from starting is said in one sentence that names the setting, and leaves nothing half done.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusalOf, startServer, temporaryFolder } from '../support/server.ts';

describe('a start that cannot be', () => {
  test('the port is taken', async () => {
    await using first = await startServer();
    const { code, output } = await refusalOf({ env: { PORT: String(first.port) } });
    expect(code).toBeGreaterThan(0);
    expect(output).toMatch(/PORT/);
    expect(output).toContain(String(first.port));
    expect(output).not.toMatch(/\n\s+at /);
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  });

  test.each([
    [
      'a file stands where the data folder should be',
      () => {
        const file = join(temporaryFolder(), 'data');
        writeFileSync(file, 'somebody’s letter');
        return file;
      },
    ],
    // Where not even root may make a folder.
    ['the data folder cannot be made', () => (process.platform === 'darwin' ? '/System/cocrea-data' : '/sys/cocrea-data')],
  ])('%s', async (_name, make) => {
    const dataDir = make();
    const { code, output } = await refusalOf({ dataDir });
    expect(code).toBeGreaterThan(0);
    expect(output).toMatch(/COCREA_DATA_DIR/);
    expect(output).toContain(dataDir);
    expect(output).not.toMatch(/\n\s+at /);
  });

  test.each([
    ['PORT', 'tres mil'],
    ['PORT', '70000'],
    ['COCREA_DEMO', 'quizás'],
    ['COCREA_FRAME_BYTES', '-1'],
    ['COCREA_TLS_CERT', '/no/such/file.pem'],
  ])('%s=%s', async (name, value) => {
    const dataDir = join(temporaryFolder(), 'data');
    const { code, output } = await refusalOf({ dataDir, env: { [name]: value } });
    expect(code).toBeGreaterThan(0);
    expect(output).toContain(name);
    expect(output).not.toMatch(/\n\s+at /);
    expect(existsSync(dataDir), 'nothing was made').toBe(false);
  });
});
