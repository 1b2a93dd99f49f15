// A paper written in 200,000 edits, opened on a server that has just started: how long until the first reader has the text, and how many bytes
// it takes on disk.
import * as Y from 'yjs';
import { seatAudience } from '../audience.ts';
import { atMost, fractionOfBest } from '../goal.ts';
import { assertSame, paced, type Scenario } from '../scenario.ts';
import { preparePaper, textOf } from '../typist.ts';

const writer = 501;

export const coldOpen: Scenario = {
  name: 'cold-open',
  targets: ['hocuspocus', 'cocrea'],
  rows: [
    {
      key: 'cold',
      label: 'cold open of 200 k edits: text after',
      unit: 'ms',
      goal: fractionOfBest(6),
      brief: 'a text of 200 k edits opened cold: it is there after',
    },
    { key: 'rows', label: 'the same, killed before it was ever compacted', unit: 'ms' },
    { key: 'warm', label: 'the same, opened again', unit: 'ms' },
    {
      key: 'live',
      label: 'bytes on disk that opening reads, merged state = 1',
      unit: '×',
      goal: atMost(1.1),
    },
    { key: 'whole', label: 'bytes on disk with every edit there ever was, merged state = 1', unit: '×' },
  ],
  run: async (target, { short }) => {
    const paper = preparePaper(writer, { edits: short ? 20_000 : 200_000 });
    const expected = textOf([paper.whole]);
    const documentId = await target.newDocument();
    const audience = await seatAudience(target, documentId, { readers: 1, writers: [writer] });
    const wire = await target.connect(documentId);
    // Faster than anybody types, and no faster than each target takes it: one that is flooded is busy with it for many minutes.
    await paced({ rate: 8_000, count: paper.frames.length }, (index) => wire.send(paper.frames[index] ?? new Uint8Array()));
    while (textOf(audience.heard()) !== expected) await new Promise<void>((resolve) => audience.onProgress(resolve));
    await Promise.all([wire.close(), audience.close()]);

    const open = async (): Promise<number> => {
      const heard: Uint8Array[] = [];
      const begin = performance.now();
      const reader = await target.connect(documentId, { onUpdate: (update) => heard.push(update.slice()) });
      const milliseconds = performance.now() - begin;
      assertSame(textOf(heard), expected, 'cold open');
      await reader.close();
      return milliseconds;
    };
    // Only ours has everything a kill leaves.
    let rows = Number.NaN;
    if (target.name === 'cocrea') {
      await target.killAndRestart();
      rows = await open();
    }
    await target.settled(documentId);
    await target.killAndRestart();
    const [cold, warm] = [await open(), await open()];
    const merged = mergedLength(paper.whole);
    const { live, whole } = target.disk(documentId);
    return { cold, warm, rows, live: live / merged, whole: whole / merged };
  },
};

/** Bytes of the state as Yjs itself writes it. */
function mergedLength(update: Uint8Array): number {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const { length } = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return length;
}
