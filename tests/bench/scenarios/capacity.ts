// One document, ten writers, four readers, more and more keys a second: how many until the slowest hundredth is shown later than 100 ms.
import { seatAudience } from '../audience.ts';
import { timesAtLeast } from '../goal.ts';
import { watch } from '../meter.ts';
import { assertSame, paced, percentile, type Scenario } from '../scenario.ts';
import { type Target, targetNames } from '../target.ts';
import { prepareTypist, textOf } from '../typist.ts';

const writers = Array.from({ length: 10 }, (_, index) => 701 + index);
const readers = 4;
const patience = 5;
const tooSlow = 100;
const slowest = 2_000;
const fastest = 128_000;
/** How many times the step between what it bears and what it does not is halved. */
const halvings = 2;

export const capacity: Scenario = {
  name: 'capacity',
  targets: targetNames,
  rows: [
    {
      key: 'rate',
      label: `one document, ${writers.length} writers, ${readers} readers: keys a second before p99 > ${tooSlow} ms`,
      unit: 'k/s',
      goal: timesAtLeast(2, 'raw'),
      brief: `one document: keys a second before p99 passes ${tooSlow} ms`,
    },
  ],
  run: async (target, { short }) => {
    const seconds = short ? 0.5 : 1.5;
    let [bears, fails] = [0, Number.POSITIVE_INFINITY];
    let load = 0;
    const probe = async (rate: number): Promise<void> => {
      const found = await tried(target, { rate, seconds });
      if (found.slow <= tooSlow) [bears, load] = [rate, found.load];
      else fails = rate;
    };
    for (let rate = slowest; rate <= fastest && fails > rate; rate *= 2) await probe(rate);
    for (let halving = 0; halving < halvings && Number.isFinite(fails) && bears > 0; halving++) await probe((bears + fails) / 2);
    return { rate: bears / 1000, load };
  },
};

/** Milliseconds of the slowest hundredth; infinite where it did not all arrive. */
async function tried(
  target: Target,
  { rate, seconds }: { rate: number; seconds: number },
): Promise<{ slow: number; load: number }> {
  const keys = Math.floor((rate * seconds) / writers.length);
  const typists = writers.map((clientId) => prepareTypist(clientId, keys));
  const documentId = await target.newDocument();
  const sentAt = new Map(writers.map((writer) => [writer, new Float64Array(keys + 1)]));
  const delays: number[] = [];
  const audience = await seatAudience(target, documentId, {
    readers,
    writers,
    onKeys: (clientId, from, to) => {
      const now = performance.now();
      const sent = sentAt.get(clientId);
      for (let key = from + 1; key <= to; key++) delays.push(now - (sent?.[key] ?? now));
    },
  });
  const wires = await Promise.all(writers.map(() => target.connect(documentId)));
  const watched = watch(target.meter());
  const all = audience.everything(keys, patience + seconds);
  await paced({ rate, count: keys * writers.length }, (index) => {
    const one = index % writers.length;
    const key = Math.floor(index / writers.length);
    const sent = sentAt.get(writers[one] ?? 0);
    if (sent) sent[key + 1] = performance.now();
    wires[one]?.send(typists[one]?.frames[key] ?? new Uint8Array());
  });
  const arrived = await all.then(
    () => true,
    () => false,
  );
  const { load } = watched();
  if (arrived) assertSame(textOf(audience.heard()), textOf(typists.map(({ whole }) => whole)), 'capacity');
  await Promise.all([...wires.map((wire) => wire.close()), audience.close()]);
  return { slow: arrived ? percentile(delays, 0.99) : Number.POSITIVE_INFINITY, load };
}
