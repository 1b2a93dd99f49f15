// 300 rooms of three people who all type: what a key shown costs when little can be merged and everything must be durable.
import { timesAtMost } from '../goal.ts';
import { watch } from '../meter.ts';
import { assertSame, expectation, paced, type Scenario } from '../scenario.ts';
import { type Target, targetNames } from '../target.ts';
import { createKeyReader, prepareTypist, textOf, type Typist } from '../typist.ts';
import type { Wire } from '../wire.ts';

const people = 3;
/** Keys a second of each person: somebody who types fast. */
const rate = 5;

interface Room {
  readonly typists: readonly Typist[];
  readonly wires: Wire[];
  /** What the first person of the room heard. */
  readonly heard: Uint8Array[];
}

export const manyRooms: Scenario = {
  name: 'many-rooms',
  targets: targetNames,
  rows: [
    {
      key: 'cpu',
      label: '300 rooms × 3, all typing, durable: CPU per key shown',
      unit: 'µs',
      goal: timesAtMost(2, 'raw'),
      brief: '300 rooms of 3, all typing: CPU of a key shown',
    },
  ],
  run: async (target, { short }) => {
    const rooms: Room[] = [];
    const keys = rate * (short ? 2 : 6);
    const count = 300;
    let shown = 0;
    const wanted = count * people * (people - 1) * keys;
    const { met, meet } = expectation(() => `${wanted} keys shown (${shown})`);
    for (let no = 0; no < count; no++) {
      rooms.push(
        await openRoom(target, {
          no,
          keys,
          onKeys: (more) => {
            shown += more;
            if (shown >= wanted) meet();
          },
        }),
      );
    }
    const everybody = rooms.flatMap(({ typists, wires }) =>
      wires.map((wire, index) => ({ wire, frames: typists[index]?.frames ?? [] })),
    );
    const watched = watch(target.meter());
    // One key of each person in turn, evenly over the second, as people do who do not wait for one another.
    await paced({ rate: rate * everybody.length, count: keys * everybody.length }, (index) => {
      const one = everybody[index % everybody.length];
      one?.wire.send(one.frames[Math.floor(index / everybody.length)] ?? new Uint8Array());
    });
    await met;
    const { cpu, load } = watched();
    for (const { typists, heard } of rooms) {
      const [first] = typists;
      assertSame(textOf([...heard, first?.whole ?? new Uint8Array()]), textOf(typists.map(({ whole }) => whole)), 'many rooms');
    }
    await Promise.all(rooms.flatMap(({ wires }) => wires.map((wire) => wire.close())));
    return { cpu: cpu / shown, load };
  },
};

async function openRoom(
  target: Target,
  { no, keys, onKeys }: { no: number; keys: number; onKeys: (more: number) => void },
): Promise<Room> {
  const documentId = await target.newDocument();
  const room: Room = {
    typists: Array.from({ length: people }, (_, index) => prepareTypist(1_000 + no * people + index, keys)),
    wires: [],
    heard: [],
  };
  const keysOf = createKeyReader();
  const writers = new Set(room.typists.map(({ clientId }) => clientId));
  for (let index = 0; index < people; index++) {
    const own = room.typists[index]?.clientId;
    const seen = new Map<number, number>();
    const onUpdate = (update: Uint8Array): void => {
      if (index === 0) room.heard.push(update.slice());
      for (const [clientId, to] of keysOf(update)) {
        // A frame may bring one's own keys back: those are nobody's gain.
        if (clientId === own || !writers.has(clientId)) continue;
        const from = seen.get(clientId) ?? 0;
        if (to <= from) continue;
        seen.set(clientId, to);
        onKeys(to - from);
      }
    };
    room.wires.push(await target.connect(documentId, { onUpdate }));
  }
  return room;
}
