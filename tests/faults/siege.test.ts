// A siege at full length: a million hostile frames, with what each cost the main thread and what of it stays in memory.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Session } from '@cocrea/server/src/realtime/session.ts';
import { besiege } from '../realtime/support/besiege.ts';
import { bornDocument, startEngine } from '../realtime/support/engine-server.ts';
import { poisons } from '../realtime/support/mutations.ts';
import { rawClient } from '../realtime/support/raw-client.ts';
import { printedRandom } from '../support/random.ts';

/** A thousand in the suite, where `tests/realtime/hostile` has the short form; `pnpm test:faults` asks for a million. */
const frames = Number(process.env['COCREA_TEST_FRAMES'] ?? 1_000);

const MIB = 1024 * 1024;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * The CPU each received frame took of the main thread, in milliseconds: what it cost, not how long others kept the core. A spy of the test
 * runner would keep every frame and every session it saw.
 */
function measureJobs(): { worst: { milliseconds: number; bytes: number }; stop: () => void } {
  const { receive } = Session.prototype;
  const jobs = {
    worst: { milliseconds: 0, bytes: 0 },
    stop: () => {
      Session.prototype.receive = receive;
    },
  };
  Session.prototype.receive = function (frame) {
    const before = process.threadCpuUsage();
    receive.call(this, frame);
    const { user, system } = process.threadCpuUsage(before);
    const milliseconds = (user + system) / 1000;
    if (milliseconds > jobs.worst.milliseconds) jobs.worst = { milliseconds, bytes: frame?.length ?? 0 };
  };
  return jobs;
}

test(
  `[JU6] ${frames} hostile frames: memory is flat, and honest people notice nothing`,
  async () => {
    const server = await startEngine();
    await bornDocument(server.store, 'd', 'Hola');
    const jobs = measureJobs();
    const unexpected: string[] = [];
    let early = 0;
    const used = (): number => {
      collect();
      return process.memoryUsage().heapUsed + process.memoryUsage().external;
    };
    await besiege(server, {
      frames,
      random: printedRandom('siege'),
      onRound: (sent) => {
        unexpected.push(...server.complaints.splice(0).filter((complaint) => !complaint.includes('was ended for what it sent')));
        if (early === 0 && sent >= frames / 10) early = used();
      },
    });
    const late = used();
    const stored = await server.store.load('d');
    console.log(
      `siege: ${frames} frames, ${[...server.counted.refused.values()].reduce((sum, count) => sum + count, 0)} refused; worst job ` +
        `${jobs.worst.milliseconds.toFixed(1)} ms of CPU for ${jobs.worst.bytes} bytes; memory ${Math.round(early / MIB)} MiB after a tenth, ` +
        `${Math.round(late / MIB)} MiB at the end, ${stored?.lastSeq} rows kept by the store of the test`,
    );
    jobs.stop();
    expect(late - early).toBeLessThan(64 * MIB);
    expect(unexpected).toEqual([]);
    await server.stop();
  },
  60_000 + frames * 10,
);

test('[JU6] what each poison costs the main thread, printed', async () => {
  const server = await startEngine();
  const random = printedRandom('poisons');
  for (const [name, make] of Object.entries(poisons)) {
    const documentId = `d-${random.below(2 ** 31)}`;
    await bornDocument(server.store, documentId, 'Hola');
    const jobs = measureJobs();
    const attacker = await rawClient(server, documentId, { token: 'mal', extended: true });
    await attacker.hears('step one');
    attacker.socket.send(make(random, { client: 4242, clock: 0 }));
    await attacker.roundTrip();
    attacker.close();
    jobs.stop();
    console.log(`${name}: ${jobs.worst.milliseconds.toFixed(1)} ms`);
  }
  expect(server.engine.stats().pendingBytes).toBe(0);
  await server.stop();
});
