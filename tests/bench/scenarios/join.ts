// 300 people open a document of nearly a megabyte at once, on a server that has just started: how long until the last has it whole.
import { assertSame, expectation, paced, type Scenario } from '../scenario.ts';
import { preparePaper, textOf } from '../typist.ts';

/** Three times the same paper, by three people: 0.93 MB of state. */
const authors = [401, 402, 403];

export const join: Scenario = {
  name: 'join',
  targets: ['cocrea'],
  rows: [
    { key: 'megabytes', label: 'the document that is joined', unit: 'MB' },
    {
      key: 'all',
      label: '300 join it at once after a restart: all have it after',
      unit: 'ms',
      goal: '≤ 129 ms (1/12 of 1.55 s, the best peer)',
    },
    { key: 'cpu', label: '300 join it at once after a restart: CPU of the server', unit: 'ms' },
  ],
  run: async (target, { short }) => {
    const people = short ? 30 : 300;
    const papers = authors.map((clientId) => preparePaper(clientId, { edits: 259_000, batch: 100 }));
    const expected = textOf(papers.map(({ whole }) => whole));
    const documentId = await target.newDocument();
    const writer = await target.connect(documentId);
    const written: Uint8Array[] = [];
    let reached = expectation(() => 'the papers are shown');
    const reader = await target.connect(documentId, {
      onUpdate: (update) => {
        written.push(Uint8Array.from(update));
        reached.meet();
      },
    });
    const frames = papers.flatMap((paper) => paper.frames);
    await paced({ rate: 2_000, count: frames.length }, (index) => writer.send(frames[index] ?? new Uint8Array()));
    while (textOf(written) !== expected) {
      reached = expectation(() => 'the papers are shown');
      await reached.met;
    }
    await Promise.all([writer.close(), reader.close()]);
    await target.compacted(documentId);
    await target.killAndRestart();

    const sizes = new Set<number>();
    let first: Uint8Array = new Uint8Array();
    const meter = target.meter();
    const before = meter.cpu();
    const begin = performance.now();
    const wires = await Promise.all(
      Array.from({ length: people }, () =>
        target.connect(documentId, {
          onUpdate: (update) => {
            if (first.length === 0) first = Uint8Array.from(update);
            sizes.add(update.length);
          },
        }),
      ),
    );
    const all = performance.now() - begin;
    const cpu = (meter.cpu() - before) / 1000;
    if (sizes.size !== 1) throw new Error(`joiners were given states of ${[...sizes].join(', ')} bytes`);
    assertSame(textOf([first]), expected, 'join');
    await Promise.all(wires.map((wire) => wire.close()));
    return { megabytes: first.length / 1e6, all, cpu };
  },
};
