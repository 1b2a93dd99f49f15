// A thousand people who do nothing, first in one document, then each in their own: what each keeps resident on the server.
import { atMost } from '../goal.ts';
import type { Scenario } from '../scenario.ts';
import { type Target, targetNames } from '../target.ts';
import type { Wire } from '../wire.ts';

export const memory: Scenario = {
  name: 'memory',
  targets: targetNames,
  rows: [
    {
      key: 'connection',
      label: 'memory of an idle connection',
      unit: 'KB',
      goal: atMost(16),
      brief: 'memory of an idle connection',
    },
    {
      key: 'document',
      label: 'memory of an open document with one connection',
      unit: 'KB',
      goal: atMost(45),
    },
  ],
  run: async (target, { short }) => {
    const count = short ? 200 : 1_000;
    const shared = await target.newDocument();
    const documents: string[] = [];
    for (let no = 0; no < count; no++) documents.push(await target.newDocument());
    // What only the first connections cost (code compiled, pools filled) is not theirs to answer for.
    const early = await connectAll(
      target,
      Array.from({ length: 50 }, () => shared),
    );
    await closeAll(early);
    const connection = await growth(target, () =>
      connectAll(
        target,
        Array.from({ length: count }, () => shared),
      ),
    );
    const document = await growth(target, () => connectAll(target, documents));
    return { connection, document };
  },
};

/** KB that each of the connections added. */
async function growth(target: Target, connect: () => Promise<Wire[]>): Promise<number> {
  const meter = target.meter();
  const before = meter.memory();
  const wires = await connect();
  const grown = meter.memory() - before;
  await closeAll(wires);
  return grown / 1024 / wires.length;
}

async function connectAll(target: Target, documentIds: readonly string[]): Promise<Wire[]> {
  const wires: Wire[] = [];
  for (const documentId of documentIds) wires.push(await target.connect(documentId));
  return wires;
}

async function closeAll(wires: readonly Wire[]): Promise<void> {
  await Promise.all(wires.map((wire) => wire.close()));
}
