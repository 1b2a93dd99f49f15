// 300 people open a document of nearly a megabyte at once, on a server that has just started: how long until the last has it whole.
import { fractionOfBest } from '../goal.ts';
import { join as joinLightly } from '../joiner.ts';
import { watch } from '../meter.ts';
import { assertSame, expectation, paced, type Scenario } from '../scenario.ts';
import { preparePaper, textOf } from '../typist.ts';

/** Three times the same paper, by three people: 0.93 MB of state. */
const authors = [401, 402, 403];

export const join: Scenario = {
  name: 'join',
  targets: ['y-websocket', 'hocuspocus', 'cocrea'],
  rows: [
    { key: 'megabytes', label: 'the document that is joined', unit: 'MB' },
    {
      key: 'all',
      label: '300 join it at once, after a restart where it is kept: all have it after',
      unit: 'ms',
      goal: fractionOfBest(12),
      brief: '300 open a document of 0.92 MB at once: the last has it after',
    },
    { key: 'cpu', label: 'the same: CPU of the server', unit: 'ms' },
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
        written.push(update.slice());
        reached.meet();
      },
    });
    const frames = papers.flatMap((paper) => paper.frames);
    await paced({ rate: 2_000, count: frames.length }, (index) => writer.send(frames[index] ?? new Uint8Array()));
    while (textOf(written) !== expected) {
      reached = expectation(() => 'the papers are shown');
      await reached.met;
    }
    if (target.keeps) await Promise.all([writer.close(), reader.close()]);
    await target.settled(documentId);
    // One that keeps nothing is asked while it has the document in memory, which is in its favour.
    if (target.keeps) await target.killAndRestart();

    const entrance = target.entrance(documentId);
    const watched = watch(target.meter());
    const begin = performance.now();
    const joiners = await Promise.all(Array.from({ length: people }, (_, no) => joinLightly(entrance, { keeps: no === 0 })));
    const all = performance.now() - begin;
    const { cpu, load } = watched();
    const sizes = new Set(joiners.map(({ bytes }) => bytes));
    if (sizes.size !== 1) throw new Error(`joiners were given states of ${[...sizes].join(', ')} bytes`);
    const state = joiners[0]?.state ?? new Uint8Array();
    assertSame(textOf([state]), expected, 'join');
    for (const joiner of joiners) joiner.close();
    await Promise.all([writer, reader].map((wire) => wire.close()));
    return { megabytes: state.length / 1e6, all, cpu: cpu / 1000, load };
  },
};
