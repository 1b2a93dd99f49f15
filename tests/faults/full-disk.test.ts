// The disk fills up while people write: they are told, what they write waits with them, and all of it is stored once there is room again.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../support/clients.ts';
import { createNote } from '../support/note.ts';
import { printedRandom } from '../support/random.ts';
import { startServer, temporaryFolder } from '../support/server.ts';
import { connectWitness } from '../support/witness.ts';
import { createWriter, textOf } from './ledger.ts';

const disk = 48 * 1024 * 1024;

test('[DU4] on a full disk nothing is acknowledged or lost, and writing resumes by itself', async ({ skip, onTestFinished }) => {
  const folder = temporaryFolder('cocrea-disk-');
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${disk}`, 'tmpfs', folder]);
  if (mounted.status !== 0) skip('only root can make a small disk to fill (mount -t tmpfs)');
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });

  await using server = await startServer({ dataDir: join(folder, 'data') });
  const token = await server.token('facilitator');
  const documentId = await createNote(server, token);
  const witness = await connectWitness(server, documentId, { token });
  const writer = createWriter('a', witness, printedRandom('full disk'));
  writer.write();
  await witness.allAcknowledged();

  const filler = join(folder, 'filler');
  fill(filler);
  while (witness.notices().length === 0) {
    writer.write();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(witness.notices().map(({ code }) => code)).toContain('disk_full');
  const acknowledged = witness.acknowledged();
  expect(acknowledged).toBeLessThan(witness.marks());

  rmSync(filler);
  await witness.allAcknowledged();
  await server.kill();
  await server.restart();
  const stranger = await connect(server, documentId, { token });
  expect(writer.differencesIn(textOf(stranger.doc))).toEqual([]);
  stranger.close();
  witness.close();
});

/** Takes every byte there is. */
function fill(file: string): void {
  for (let size = disk; size >= 4096; size = Math.floor(size / 2)) {
    try {
      writeFileSync(`${file}`, Buffer.alloc(size), { flag: 'a' });
    } catch (failure) {
      if (!(failure instanceof Error && 'code' in failure && failure.code === 'ENOSPC')) throw failure;
    }
  }
}
