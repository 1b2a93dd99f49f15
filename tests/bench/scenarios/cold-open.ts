// A paper written in 200,000 edits, opened on a server that has just started: how long until the first reader has the text.
import { seatAudience } from '../audience.ts';
import { assertSame, type Scenario } from '../scenario.ts';
import { preparePaper, textOf } from '../typist.ts';

const writer = 501;

export const coldOpen: Scenario = {
  name: 'cold-open',
  targets: ['cocrea'],
  rows: [
    { key: 'cold', label: 'cold open of 200 k edits: text after', unit: 'ms', goal: '≤ 40 ms (1/6 of 240 ms, the best peer)' },
    { key: 'rows', label: 'the same, killed before it was ever compacted', unit: 'ms' },
    { key: 'warm', label: 'the same, opened again', unit: 'ms' },
  ],
  run: async (target, { short }) => {
    const paper = preparePaper(writer, { edits: short ? 20_000 : 200_000 });
    const expected = textOf([paper.whole]);
    const documentId = await target.newDocument();
    const audience = await seatAudience(target, documentId, { readers: 1, writers: [writer] });
    const wire = await target.connect(documentId);
    // Some thousand at a time, so that deletions (which no clock counts) are under way with keys that are.
    for (let start = 0; start < paper.frames.length; start += 2_000) {
      for (const frame of paper.frames.slice(start, start + 2_000)) wire.send(frame);
      await new Promise((resolve) => setImmediate(resolve));
    }
    while (textOf(audience.heard()) !== expected) await new Promise<void>((resolve) => audience.onProgress(resolve));
    await Promise.all([wire.close(), audience.close()]);

    const open = async (): Promise<number> => {
      const heard: Uint8Array[] = [];
      const begin = performance.now();
      const reader = await target.connect(documentId, { onUpdate: (update) => heard.push(Uint8Array.from(update)) });
      const milliseconds = performance.now() - begin;
      assertSame(textOf(heard), expected, 'cold open');
      await reader.close();
      return milliseconds;
    };
    await target.killAndRestart();
    const rows = await open();
    await target.compacted(documentId);
    await target.killAndRestart();
    return { cold: await open(), warm: await open(), rows };
  },
};
