// kill -9 in the middle of typing: how many keys that others had been shown are gone afterwards.
import * as Y from 'yjs';
import { seatAudience } from '../audience.ts';
import { atMost } from '../goal.ts';
import { paced, type Scenario } from '../scenario.ts';
import { prepareTypist } from '../typist.ts';

const writers = Array.from({ length: 10 }, (_, index) => 601 + index);

export const kill: Scenario = {
  name: 'kill',
  targets: ['y-websocket', 'hocuspocus', 'cocrea'],
  rows: [
    { key: 'shown', label: 'kill -9 while ten type: keys others had been shown', unit: '' },
    {
      key: 'lost',
      label: 'kill -9 while ten type: of these, lost',
      unit: '',
      goal: atMost(0),
      brief: 'kill -9 while ten type: keys others had seen, lost',
    },
  ],
  run: async (target, { short }) => {
    const keys = 20_000;
    const typists = writers.map((clientId) => prepareTypist(clientId, keys));
    const documentId = await target.newDocument();
    const audience = await seatAudience(target, documentId, { readers: 3, writers });
    const wires = await Promise.all(writers.map(() => target.connect(documentId)));
    const killAt = short ? 2_000 : 10_000;
    let restarted: Promise<void> | undefined;
    await paced({ rate: 4_000, count: killAt * 2 }, (index) => {
      if (index === killAt) restarted = target.killAndRestart();
      const one = index % writers.length;
      const wire = wires[one];
      if (wire?.socket.readyState === wire?.socket.OPEN)
        wire?.send(typists[one]?.frames[Math.floor(index / writers.length)] ?? new Uint8Array());
    });
    await restarted;
    const heard: Uint8Array[] = [];
    const late = await target.connect(documentId, { onUpdate: (update) => heard.push(update.slice()) });
    const stored = Y.parseUpdateMeta(Y.mergeUpdates(heard)).to;
    const shownOf = Y.parseUpdateMeta(Y.mergeUpdates([...audience.heard()])).to;
    let [shown, lost] = [0, 0];
    for (const clientId of writers) {
      shown += shownOf.get(clientId) ?? 0;
      lost += Math.max(0, (shownOf.get(clientId) ?? 0) - (stored.get(clientId) ?? 0));
    }
    await late.close();
    await Promise.all(wires.map((wire) => wire.close()));
    await audience.close();
    return { shown, lost };
  },
};
