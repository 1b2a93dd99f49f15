// The demonstration's codes stand in a public file: they open nothing on a server whose demonstration is switched off, even where it was on
// before. And what a data folder holds is its owner's alone.
import { statSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { expect, test } from 'vitest';
import { join } from '@cocrea/shared/api/join.ts';
import { demoJoinCodes } from '@cocrea/server/src/labs/demo/join-codes.ts';
import { startServer, temporaryFolder } from '../support/server.ts';
import { schemaOf } from '../support/server-database.ts';
import { ask, joinForm } from './ask.ts';

test('switching the demonstration off closes its public codes, once, and those who came by them stay', async () => {
  const dataDir = joinPath(temporaryFolder(), 'data');
  const code = demoJoinCodes[0]?.code ?? '';
  await using shown = await startServer({ dataDir });
  // In PostgreSQL nothing is kept in the folder.
  expect(schemaOf(dataDir) === null ? statSync(dataDir).mode & 0o077 : 0).toBe(0);
  expect((await ask(shown, join, { params: { code }, body: joinForm('Antes') })).status).toBe(201);
  await shown.stop();
  await using real = await startServer({ dataDir, env: { COCREA_DEMO: '0' } });
  const { status, error } = await ask(real, join, { params: { code }, body: joinForm('Después') });
  expect([status, error.code]).toEqual([410, 'code_closed']);
  await real.restart();
  const verdict = await real.cocrea('audit', 'verify');
  expect(verdict).toContain('cadena íntegra');
  const events = Number(/(\d+) eventos/.exec(verdict)?.[1]);
  await real.restart();
  expect(await real.cocrea('audit', 'verify')).toContain(`${events} eventos`);
});
