// 68,000 keys a second for a second and a half, as when a hall comes back from a cut: how long until everybody has seen the last one.
import { seatAudience } from '../audience.ts';
import { assertSame, paced, type Scenario } from '../scenario.ts';
import { prepareTypist, textOf } from '../typist.ts';

const writers = Array.from({ length: 10 }, (_, index) => 301 + index);
const rate = 68_000;

export const burst: Scenario = {
  name: 'burst',
  targets: ['cocrea'],
  rows: [
    {
      key: 'drained',
      label: `burst of ${rate / 1000} k keys/s for 1.5 s, 10 readers: drained after`,
      unit: 'ms',
      goal: '< 1,000 ms, nothing lost',
    },
  ],
  run: async (target, { short }) => {
    const keys = Math.floor((rate * (short ? 0.3 : 1.5)) / writers.length);
    const typists = writers.map((clientId) => prepareTypist(clientId, keys));
    const documentId = await target.newDocument();
    const audience = await seatAudience(target, documentId, { readers: 10, writers });
    const wires = await Promise.all(writers.map(() => target.connect(documentId)));
    const all = audience.everything(keys);
    await paced({ rate, count: keys * writers.length }, (index) => {
      const one = index % writers.length;
      wires[one]?.send(typists[one]?.frames[Math.floor(index / writers.length)] ?? new Uint8Array());
    });
    const begin = performance.now();
    await all;
    const drained = performance.now() - begin;
    assertSame(textOf(audience.heard()), textOf(typists.map(({ whole }) => whole)), 'burst');
    await Promise.all(wires.map((wire) => wire.close()));
    await audience.close();
    return { drained };
  },
};
