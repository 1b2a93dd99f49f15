// One person types 50 keys a second before 50 and 200 readers: what each key shown costs, and how long it takes to get there.
import { seatAudience } from '../audience.ts';
import { timesAtMost } from '../goal.ts';
import { watch } from '../meter.ts';
import { assertSame, paced, percentile, type Scenario } from '../scenario.ts';
import { targetNames } from '../target.ts';
import { prepareTypist, textOf } from '../typist.ts';

const writer = 101;
const rate = 50;

function fanOut(readers: number): Scenario {
  return {
    name: `fan-out-${readers}`,
    targets: readers === 200 ? targetNames : ['raw', 'cocrea'],
    rows: [
      {
        key: 'cpu',
        label: `${readers} readers, ${rate} keys/s: CPU per key shown`,
        unit: 'µs',
        ...(readers === 200 && { goal: timesAtMost(1.25, 'raw'), brief: '200 readers, 50 keys/s: CPU of a key shown' }),
      },
      { key: 'p50', label: `${readers} readers, ${rate} keys/s: key to screen, p50`, unit: 'ms' },
      { key: 'p99', label: `${readers} readers, ${rate} keys/s: key to screen, p99`, unit: 'ms' },
    ],
    run: async (target, { short }) => {
      const keys = rate * (short ? 2 : 6);
      const typist = prepareTypist(writer, keys);
      const documentId = await target.newDocument();
      const sentAt = new Float64Array(keys + 1);
      const delays: number[] = [];
      const audience = await seatAudience(target, documentId, {
        readers,
        writers: [writer],
        onKeys: (_clientId, from, to) => {
          const now = performance.now();
          for (let key = from + 1; key <= to; key++) delays.push(now - (sentAt[key] ?? now));
        },
      });
      const wire = await target.connect(documentId);
      const watched = watch(target.meter());
      const all = audience.everything(keys);
      await paced({ rate, count: keys }, (key) => {
        sentAt[key + 1] = performance.now();
        wire.send(typist.frames[key] ?? new Uint8Array());
      });
      await all;
      const { cpu, load } = watched();
      assertSame(textOf(audience.heard()), textOf([typist.whole]), `fan-out to ${readers}`);
      await wire.close();
      await audience.close();
      return { cpu: cpu / audience.shown(), load, p50: percentile(delays, 0.5), p99: percentile(delays, 0.99) };
    },
  };
}

export const fanOut50 = fanOut(50);
export const fanOut200 = fanOut(200);
