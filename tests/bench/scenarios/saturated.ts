// 200 readers and writers who never pause: how many keys a second can be shown at all, and what each costs then.
import { seatAudience } from '../audience.ts';
import { timesAtLeast, timesAtMost } from '../goal.ts';
import { watch } from '../meter.ts';
import { assertSame, type Scenario } from '../scenario.ts';
import { targetNames } from '../target.ts';
import { prepareTypist, textOf } from '../typist.ts';

const readers = 200;
const writers = [201, 202, 203, 204];
/** Keys under way, all writers together: enough to keep the target busy. What merges nothing queues each 200 times. */
const window = { raw: 400, 'y-websocket': 400, hocuspocus: 16_000, cocrea: 16_000 };

/** Seconds; on a quiet machine it takes ten. */
const patience = 300;

export const saturated: Scenario = {
  name: 'saturated',
  targets: targetNames,
  rows: [
    {
      key: 'shown',
      label: 'saturated, 200 readers: keys shown per second',
      unit: 'k/s',
      goal: timesAtLeast(1.1, 'hocuspocus'),
      brief: '200 readers, as fast as it goes: keys shown',
    },
    {
      key: 'cpu',
      label: 'saturated, 200 readers: CPU per key shown',
      unit: 'µs',
      goal: timesAtMost(0.65, 'hocuspocus'),
    },
  ],
  run: async (target, { short }) => {
    const most = (window[target.name] < 1_000 ? 2_000 : 40_000) / (short ? 4 : 1);
    const typists = writers.map((clientId) => prepareTypist(clientId, most));
    const documentId = await target.newDocument();
    const audience = await seatAudience(target, documentId, { readers, writers });
    const wires = await Promise.all(writers.map(() => target.connect(documentId)));
    const share = window[target.name] / writers.length;
    const sent = writers.map(() => 0);
    const sendMore = (): void => {
      for (const [index, { clientId, frames }] of typists.entries()) {
        const until = Math.min(most, audience.shownToAll(clientId) + share);
        for (let key = sent[index] ?? 0; key < until; key++) wires[index]?.send(frames[key] ?? new Uint8Array());
        sent[index] = Math.max(sent[index] ?? 0, until);
      }
    };
    // After a whole turn of frames, not after each: looking for the slowest of 200 readers costs too.
    let looked = true;
    audience.onProgress(() => {
      if (!looked) return;
      looked = false;
      setImmediate(() => {
        looked = true;
        sendMore();
      });
    });
    const watched = watch(target.meter());
    const all = audience.everything(most, patience);
    sendMore();
    await all;
    const { cpu, seconds, load } = watched();
    const shown = audience.shown() / seconds / 1000;
    assertSame(textOf(audience.heard()), textOf(typists.map(({ whole }) => whole)), 'saturated');
    await Promise.all(wires.map((wire) => wire.close()));
    await audience.close();
    return { shown, cpu: cpu / audience.shown(), load };
  },
};
