// 200 people who move their cursor twice a second: what share of a core their presence takes.
import { setTimeout as sleep } from 'node:timers/promises';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { messageType } from '@cocrea/shared/protocol/message-type.ts';
import { atMost } from '../goal.ts';
import { watch } from '../meter.ts';
import { paced, type Scenario } from '../scenario.ts';
import { targetNames } from '../target.ts';
import { presenceFrame, type Wire } from '../wire.ts';

const people = 200;
const movesPerSecond = 2;
/** Milliseconds in which nobody hears anything, after which all has been heard. */
const quiet = 300;

export const cursors: Scenario = {
  name: 'cursors',
  targets: targetNames,
  rows: [
    {
      key: 'core',
      label: '200 cursors moving twice a second',
      unit: 'core',
      goal: atMost(0.06),
      brief: '200 cursors that move twice a second',
    },
  ],
  run: async (target, { short }) => {
    const seconds = short ? 2 : 6;
    const documentId = await target.newDocument();
    let heard = 0;
    const wires: Wire[] = [];
    for (let no = 0; no < people; no++) {
      const onOther = (type: number): void => {
        if (type === messageType.awareness) heard += 1;
      };
      wires.push(await target.connect(documentId, { onOther }));
    }
    const watched = watch(target.meter());
    await paced({ rate: people * movesPerSecond, count: people * movesPerSecond * seconds }, (index) => {
      const no = index % people;
      wires[no]?.send(presenceFrame(move(no, Math.floor(index / people) + 1)));
    });
    // What a slow target still has to do is its cost too.
    for (let before = -1; before !== heard; await sleep(quiet)) before = heard;
    const { cpu, load } = watched();
    if (heard < people * seconds) throw new Error(`presence was heard ${heard} times by ${people} people`);
    await Promise.all(wires.map((wire) => wire.close()));
    return { core: cpu / 1e6 / seconds, load };
  },
};

/** An awareness update of one person, as a stock client with an editor sends it. */
function move(no: number, clock: number): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, 1);
  writeVarUint(encoder, 10_000 + no);
  writeVarUint(encoder, clock);
  const position = { type: null, tname: 'text', item: { client: 10_000 + no, clock }, assoc: 0 };
  writeVarString(
    encoder,
    JSON.stringify({ user: { name: `Persona ${no}`, color: '#0b5a4a' }, cursor: { anchor: position, head: position } }),
  );
  return toUint8Array(encoder);
}
