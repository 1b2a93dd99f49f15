// Events of several nodes at one store: on each node every event of every lab is told once and in order, whichever node committed it and
// whatever the line between them does.
import { createLocalHub, type HubNode } from '@cocrea/server/src/bus/local.ts';
import { shareEvents, type SharedEvents } from '@cocrea/server/src/bus/shared-events.ts';
import type { Change, RecordStore } from '@cocrea/server/src/storage/record-store.ts';
import type { Storage } from '@cocrea/server/src/storage/storage.ts';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { printedRandom } from '../support/random.ts';
import { newDatabaseFile } from './database-file.ts';
import { newPostgresDatabase } from './postgres-database.ts';
import { recordStoreContract } from './record-store.contract.ts';

interface Place {
  open(): Promise<Storage>;
  remove(): Promise<unknown>;
}

interface Node {
  readonly line: HubNode;
  readonly storage: Storage;
  readonly shared: SharedEvents;
  readonly heard: LabEvent[];
}

const trouble = (error: Error): void => {
  throw error;
};

recordStoreContract('shared among nodes', async () => {
  const file = await newDatabaseFile();
  const hub = createLocalHub();
  const closing: SharedEvents[] = [];
  const open = async () => {
    const { records, documents, database } = await file.open();
    const shared = await shareEvents({ records, database, bus: hub.node(), onTrouble: trouble });
    closing.push(shared);
    return { records: shared.records, documents, database };
  };
  return {
    ...(await open()),
    another: async () => (await open()).records,
    close: () => {
      for (const shared of closing) shared.close();
      return file.remove();
    },
  };
});

function eventsOfNodes(store: string, makePlace: () => Promise<Place>): void {
  describe(`events of nodes on ${store}`, () => {
    let place: Place;
    let hub = createLocalHub();
    let nodes: Node[] = [];
    let commands = 0;

    beforeEach(async () => {
      place = await makePlace();
      hub = createLocalHub();
      nodes = [];
    });
    afterEach(async () => {
      for (const { shared } of nodes) shared.close();
      await place.remove();
    });

    async function node({ records: change = (given: RecordStore): RecordStore => given } = {}): Promise<Node> {
      const storage = await place.open();
      const line = hub.node();
      const { database } = storage;
      const shared = await shareEvents({ records: change(storage.records), database, bus: line, onTrouble: trouble });
      const heard: LabEvent[] = [];
      shared.records.onEvents((events) => heard.push(...events));
      const made = { line, storage, shared, heard };
      nodes.push(made);
      return made;
    }

    const command = (labId: string, events = 1): Change => ({
      labId,
      commandId: `c${(commands += 1)}`,
      statements: [],
      events: Array.from({ length: events }, (_, no) => ({
        actorId: null,
        type: 'document.created',
        subjectId: `s${no}`,
        data: {},
      })),
    });
    const makeLab = ({ storage }: Node, id: string): Change => ({
      ...command(id),
      statements: [
        {
          query: storage.database.insertInto('labs').values({ id, name: id, facts: '{}', demo: 0, created_at: 1 }).compile(),
        },
      ],
    });
    const seqs = ({ heard }: Node, labId: string) => heard.filter((event) => event.labId === labId).map(({ seq }) => seq);
    const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

    test('[NO4] what one node commits the others are told at once, of new labs too, and itself before the command is answered', async () => {
      // By the bell alone: what is asked of the store beside it fails.
      let isAsked = true;
      const deaf = (given: RecordStore): RecordStore => ({
        ...given,
        read: async (query) => (isAsked ? given.read(query) : Promise.reject(new Error('not asked'))),
      });
      const [one, two] = [await node(), await node({ records: deaf })];
      isAsked = false;
      await one.shared.records.record(makeLab(one, 'lab'));
      expect(seqs(one, 'lab')).toEqual([1]);
      await one.shared.records.record(command('lab', 3));
      expect(seqs(one, 'lab')).toEqual(upTo(4));
      await expect.poll(() => seqs(two, 'lab')).toEqual(upTo(4));
      expect(two.heard).toEqual(one.heard);
      // Whoever comes later is told what is new.
      const three = await node();
      await two.shared.records.record(command('lab'));
      await expect.poll(() => [seqs(one, 'lab'), seqs(three, 'lab')]).toEqual([upTo(5), [5]]);
    });

    test('[NO4] a hole before one’s own event is read first, and all of it told before the command is answered', async () => {
      const [one, two] = [await node(), await node()];
      await one.shared.records.record(makeLab(one, 'lab'));
      await expect.poll(() => seqs(two, 'lab')).toEqual([1]);
      two.line.cut();
      for (let no = 0; no < 3; no += 1) await one.shared.records.record(command('lab', 2));
      const known = seqs(two, 'lab').length;
      await two.shared.records.record(command('lab'));
      expect(seqs(two, 'lab')).toEqual(upTo(8));
      expect(known).toBeLessThanOrEqual(7);
    });

    test('[NO3] without a line, and of who has none (the command line), they are found in the store', async () => {
      const [one, two] = [await node(), await node()];
      one.line.cut();
      const outside = await place.open();
      await outside.records.record(makeLab(one, 'lab'));
      await one.shared.records.record(command('lab', 1_200));
      await expect.poll(() => [seqs(two, 'lab').length, seqs(one, 'lab').length]).toEqual([1_201, 1_201]);
      expect([seqs(one, 'lab'), seqs(two, 'lab')]).toEqual([upTo(1_201), upTo(1_201)]);
    });

    test('a store that cannot be read makes no command look undone; what was missed is told once it can', async () => {
      let isAway = false;
      const away = (given: RecordStore): RecordStore => ({
        ...given,
        read: async (query) => (isAway ? Promise.reject(new Error('away')) : given.read(query)),
        events: async (labId, range) => (isAway ? Promise.reject(new Error('away')) : given.events(labId, range)),
      });
      const [one, two] = [await node(), await node({ records: away })];
      await one.shared.records.record(makeLab(one, 'lab'));
      await expect.poll(() => seqs(two, 'lab')).toEqual([1]);
      isAway = true;
      await one.shared.records.record(command('lab'));
      expect(await two.shared.records.record(command('lab'))).toMatchObject({ outcome: 'recorded', events: [{ seq: 3 }] });
      expect(seqs(two, 'lab')).toEqual([1]);
      isAway = false;
      await expect.poll(() => seqs(two, 'lab')).toEqual(upTo(3));
    });

    test('[NO4] three nodes that write into three labs at once, with lines cut by chance, are told each event once and in order', async () => {
      const random = printedRandom('events of nodes');
      const [one, ...others] = [await node(), await node(), await node()];
      if (one === undefined) throw new Error('no node');
      const all = [one, ...others];
      const labs = ['a', 'b', 'c'];
      for (const lab of labs) await random.pick(all).shared.records.record(makeLab(one, lab));
      const under: Promise<unknown>[] = [];
      for (let step = 0; step < 150; step += 1) {
        const { line, shared } = random.pick(all);
        const what = random.below(10);
        if (what === 0) line.cut();
        else if (what === 1) line.restore();
        else under.push(shared.records.record(command(random.pick(labs), 1 + random.below(3))));
        if (what > 7) await under.at(-1);
      }
      await Promise.all(under);
      const stored = await Promise.all(labs.map((lab) => one.storage.records.events(lab, { after: 0, limit: 10_000 })));
      const total = stored.flat().length;
      for (const { heard } of all) await expect.poll(() => heard.length).toBe(total);
      for (const { heard } of all) {
        for (const [index, lab] of labs.entries()) expect(heard.filter(({ labId }) => labId === lab)).toEqual(stored[index]);
      }
    });
  });
}

eventsOfNodes('SQLite', async () => {
  const file = await newDatabaseFile();
  return { open: () => file.open(), remove: () => file.remove() };
});

const postgres = inject('postgres');
describe.skipIf(postgres === null)(`PostgreSQL (${inject('aboutPostgres')})`, () => {
  eventsOfNodes('PostgreSQL', async () => {
    const database = await newPostgresDatabase(postgres ?? '');
    return { open: () => database.open(), remove: () => database.remove() };
  });
});
