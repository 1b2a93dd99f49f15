// 68,000 keys a second for a second and a half, as when a hall comes back from a cut: how long until everybody has seen the last one.
import { seatAudience } from '../audience.ts';
import { atMost } from '../goal.ts';
import { watch } from '../meter.ts';
import { assertSame, paced, type Scenario } from '../scenario.ts';
import { prepareTypist, textOf } from '../typist.ts';

const writers = Array.from({ length: 10 }, (_, index) => 301 + index);
const rate = 68_000;
/** Seconds after which it is held never to drain. */
const patience = 20;

export const burst: Scenario = {
  name: 'burst',
  targets: ['y-websocket', 'hocuspocus', 'cocrea'],
  rows: [
    {
      key: 'drained',
      label: `burst of ${rate / 1000} k keys/s for 1.5 s, 10 readers: drained after`,
      unit: 'ms',
      goal: atMost(1_000),
      brief: `a burst of ${rate / 1000} k keys a second is drained after`,
    },
  ],
  run: async (target, { short }) => {
    const keys = Math.floor((rate * (short ? 0.3 : 1.5)) / writers.length);
    const typists = writers.map((clientId) => prepareTypist(clientId, keys));
    const documentId = await target.newDocument();
    const audience = await seatAudience(target, documentId, { readers: 10, writers });
    const wires = await Promise.all(writers.map(() => target.connect(documentId)));
    const all = audience.everything(keys, patience);
    const watched = watch(target.meter());
    await paced({ rate, count: keys * writers.length }, (index) => {
      const one = index % writers.length;
      wires[one]?.send(typists[one]?.frames[Math.floor(index / writers.length)] ?? new Uint8Array());
    });
    const begin = performance.now();
    const drained = await all.then(
      () => performance.now() - begin,
      () => Number.POSITIVE_INFINITY,
    );
    const { load } = watched();
    if (Number.isFinite(drained)) assertSame(textOf(audience.heard()), textOf(typists.map(({ whole }) => whole)), 'burst');
    await Promise.all(wires.map((wire) => wire.close()));
    await audience.close();
    return { drained, load };
  },
};
