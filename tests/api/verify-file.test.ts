// A published file is verified without a server, by the command line and as docs/fingerprint.md tells others to do it.
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { canonicalFormat, canonicalJson, fingerprintOf, publishedFile } from '@cocrea/shared/document/canonical.ts';
import { repository, temporaryFolder } from '../support/server.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verify(name: string): Promise<{ code: number; said: string }> {
  try {
    const options = { env: { ...process.env, INIT_CWD: folder } };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(repository, 'server/src/cli/cocrea.ts'), 'verify', name],
      options,
    );
    return { code: 0, said: stdout };
  } catch (failure) {
    const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

test('the fingerprint of a published file holds; of one whose text was changed it does not', async () => {
  const body = {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'a' }, content: [{ type: 'text', text: 'Kʼicheʼ ñ 🌽' }] }],
  };
  const file = publishedFile({ format: canonicalFormat, lab: 'lab', draftNo: 1, title: 'Borrador 1', body }, { frozenAt: 0 });
  writeFileSync(join(folder, 'borrador-1.json'), file);
  // Written anew by another program, with other spaces and another order, it is the same draft.
  writeFileSync(join(folder, 'otro.json'), JSON.stringify(JSON.parse(file), null, 4));
  writeFileSync(join(folder, 'cambiado.json'), file.replace('ñ', 'n'));
  writeFileSync(join(folder, 'nada.json'), '{}');
  for (const name of ['borrador-1.json', 'otro.json']) expect(await verify(name)).toMatchObject({ code: 0 });
  const changed = await verify('cambiado.json');
  expect(changed.code).toBe(1);
  expect(changed.said).toContain('la huella no se cumple');
  expect(await verify('nada.json')).toMatchObject({ code: 2 });
  expect(await verify('no-hay.json')).toMatchObject({ code: 2 });
});

test('the vector of docs/fingerprint.md is what we compute', () => {
  const page = readFileSync(join(repository, 'docs/fingerprint.md'), 'utf8');
  const [given = '', canonical = ''] = [...page.matchAll(/^[`]?(\{.*"title":"ñ.*\})`?/gm)].map(([, found]) => found);
  expect(canonicalJson(JSON.parse(given))).toBe(canonical);
  expect(page).toContain(`the fingerprint \`${fingerprintOf(canonical)}\``);
});
