// 200 people who move their cursor twice a second: what share of a core their presence takes.
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { messageType } from '@cocrea/shared/protocol/message-type.ts';
import { paced, type Scenario } from '../scenario.ts';
import { presenceFrame, type Wire } from '../wire.ts';

const people = 200;
const movesPerSecond = 2;

export const cursors: Scenario = {
  name: 'cursors',
  targets: ['raw', 'cocrea'],
  rows: [{ key: 'core', label: '200 cursors moving twice a second', unit: 'core', goal: '≤ 0.06 core' }],
  run: async (target, { short }) => {
    const seconds = short ? 2 : 8;
    const documentId = await target.newDocument();
    let heard = 0;
    const wires: Wire[] = [];
    for (let no = 0; no < people; no++) {
      const onOther = (type: number): void => {
        if (type === messageType.awareness) heard += 1;
      };
      wires.push(await target.connect(documentId, { onOther }));
    }
    const meter = target.meter();
    const before = meter.cpu();
    await paced({ rate: people * movesPerSecond, count: people * movesPerSecond * seconds }, (index) => {
      const no = index % people;
      wires[no]?.send(presenceFrame(move(no, Math.floor(index / people) + 1)));
    });
    const core = (meter.cpu() - before) / 1e6 / seconds;
    if (heard < people * seconds) throw new Error(`presence was heard ${heard} times by ${people} people`);
    await Promise.all(wires.map((wire) => wire.close()));
    return { core };
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
