// Settings: what is read, and what stops the start.
import { describe, expect, test } from 'vitest';
import { readConfig, settingsAsMarkdown } from './config.ts';

describe('settings', () => {
  test('left out, or empty, are the defaults of the table', () => {
    const config = readConfig({ PORT: '', COCREA_DEMO: ' ' });
    expect(config).toMatchObject({ port: 3000, host: null, demo: true, tlsCert: null, publicUrl: null, trustedProxies: [] });
    expect(config.dataDir).toMatch(/\/data$/);
    expect(config.realtime.connectionsPerAddress).toBe(2000);
  });

  test.each([
    [{ PORT: '8080' }, { port: 8080 }],
    [{ COCREA_DEMO: '0' }, { demo: false }],
    [{ COCREA_PUBLIC_URL: 'https://cocrea.example.org' }, { publicUrl: new URL('https://cocrea.example.org') }],
    [{ COCREA_TRUSTED_PROXIES: '10.0.0.0/8, ::1' }, { trustedProxies: ['10.0.0.0/8', '::1'] }],
    [{ COCREA_READER_MEMORY_MB: '2048' }, { readerMemory: 2048 }],
    [{ COCREA_DATA_DIR: '/srv/cocrea' }, { dataDir: '/srv/cocrea' }],
    [{ COCREA_DATABASE_URL: 'postgres://ana@db:5432/cocrea' }, { databaseUrl: 'postgres://ana@db:5432/cocrea' }],
  ])('%o', (environment, expected) => {
    expect(readConfig(environment)).toMatchObject(expected);
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '30 00'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['COCREA_HOST', 'http://localhost'],
    ['COCREA_DEMO', 'yes'],
    ['COCREA_PUBLIC_URL', 'cocrea.example.org'],
    ['COCREA_PUBLIC_URL', 'https://cocrea.example.org/lab'],
    ['COCREA_LOG_LEVEL', 'loud'],
    ['COCREA_READER_MEMORY_MB', '255'],
    ['COCREA_SESSION_DAYS', '0'],
    ['COCREA_TRUSTED_PROXIES', 'everybody'],
    ['COCREA_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['COCREA_TLS_KEY', '/no/such/file'],
    ['COCREA_CONNECTIONS_PER_ADDRESS', 'many'],
    ['COCREA_DATABASE_URL', 'mysql://db/cocrea'],
    ['COCREA_DATABASE_URL', 'postgres://db'],
  ])('%s=%s stops the start with a sentence that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`El ajuste ${name} no sirve: se leyó «.+» y se espera .+\\.`));
  });

  test('a password in an address that does not fit is not printed', () => {
    expect(() => readConfig({ COCREA_DATABASE_URL: 'mysql://ana:secreto@db/cocrea' })).toThrow(/no sirve: se espera .+\./);
  });

  test('are all in the table that the README shows', () => {
    const table = settingsAsMarkdown();
    for (const name of ['PORT', 'COCREA_TLS_CERT', 'COCREA_FRAME_BYTES'])
      expect(table).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'));
    for (const row of table.split('\n')) expect(row.split('|')).toHaveLength(6);
  });
});
