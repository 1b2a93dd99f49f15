// The events of all nodes, told on each: those of this node at once, those of others when their doorbell rings, and, because a bell may not be
// heard, whenever the store is asked, which is every second. Within a lab they are told in order of seq and once, whoever committed them.
import type { Kysely } from 'kysely';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import type { RecordStore } from '../storage/record-store.ts';
import type { Tables } from '../storage/tables.ts';
import type { Bus } from './bus.ts';

export interface SharedEvents {
  readonly records: RecordStore;
  /** Tells nothing more of other nodes. */
  close(): void;
}

interface Parts {
  readonly records: RecordStore;
  /** Builds queries for `records`. */
  readonly database: Kysely<Tables>;
  readonly bus: Bus;
  /** Hears of listeners that failed. */
  readonly onTrouble: (trouble: Error) => void;
}

const topic = 'events';
/**
 * Milliseconds. As often while the line is up: where the line of another node is cut, nobody here knows, and whoever lost a right there is out
 * within two seconds here too.
 */
const askedEvery = 1_000;
/** Events read at once. */
const most = 500;

/** From now on every event of every lab is told. Throws where the store cannot be read. */
export async function shareEvents({ records, database, bus, onTrouble }: Parts): Promise<SharedEvents> {
  const listeners = new Set<(events: readonly LabEvent[]) => void>();
  /** Seq of the last event that was told, by lab; of a lab that is not here nothing was. */
  const told = new Map<string, number>();
  /** Labs that are being read, and how far they have to be. */
  const reading = new Map<string, { upTo: number; done: Promise<void> }>();
  let asking: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const lastTold = (labId: string): number => told.get(labId) ?? 0;

  /** `events` have no hole, in themselves or before them; what was told already is passed over. */
  function tell(labId: string, events: readonly LabEvent[]): void {
    const fresh = events.filter(({ seq }) => seq > lastTold(labId));
    const last = fresh.at(-1);
    if (last === undefined) return;
    told.set(labId, last.seq);
    for (const listener of [...listeners]) {
      try {
        listener(fresh);
      } catch (error) {
        onTrouble(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }

  /** One reader for each lab: who asks for more while it is read raises how far it goes. */
  function tellUpTo(labId: string, seq: number): Promise<void> {
    if (seq <= lastTold(labId)) return Promise.resolve();
    const known = reading.get(labId);
    if (known !== undefined) {
      known.upTo = Math.max(known.upTo, seq);
      return known.done;
    }
    const goal = { upTo: seq, done: Promise.resolve() };
    reading.set(labId, goal);
    goal.done = readUpTo(labId, goal);
    return goal.done;
  }

  async function readUpTo(labId: string, goal: { readonly upTo: number }): Promise<void> {
    try {
      while (!closed && lastTold(labId) < goal.upTo) {
        const events = await records.events(labId, { after: lastTold(labId), limit: most });
        // Nobody can have told us of what is not there, unless it is another store's.
        if (events.length === 0) return;
        tell(labId, events);
      }
    } finally {
      reading.delete(labId);
    }
  }

  async function lastSeqs(): Promise<{ labId: string; seq: number | null }[]> {
    const query = database
      .selectFrom('labs')
      .select(['labs.id as labId'])
      .select(({ selectFrom }) =>
        selectFrom('events')
          .whereRef('events.lab_id', '=', 'labs.id')
          .select(({ fn }) => fn.max('events.seq').as('last'))
          .as('seq'),
      );
    return records.read(query.compile());
  }

  /** A store that cannot be read now is asked again soon. */
  const ask = async (): Promise<void> => {
    try {
      const labs = await lastSeqs();
      await Promise.all(labs.map(({ labId, seq }) => tellUpTo(labId, seq ?? 0)));
    } catch {
      // Health tells of it.
    }
  };
  function askNow(): void {
    // One that is under way may have read before what we are to hear of.
    asking = (asking ?? Promise.resolve()).then(ask);
  }
  function askLater(): void {
    timer = setTimeout(() => {
      void ask().then(() => closed || askLater());
    }, askedEvery);
    timer.unref();
  }

  for (const { labId, seq } of await lastSeqs()) told.set(labId, seq ?? 0);
  const stop = bus.subscribe(topic, {
    hear: (message) => {
      const rung = bellIn(message);
      if (rung !== null) void tellUpTo(rung.labId, rung.seq).catch(() => undefined);
    },
    listening: askNow,
  });
  askLater();

  return {
    records: {
      ...records,
      record: async (change) => {
        const recorded = await records.record(change);
        const [first] = recorded.events;
        const last = recorded.events.at(-1);
        if (first === undefined || last === undefined) return recorded;
        if (recorded.outcome === 'recorded') bus.publish(topic, bellOf(last));
        if (first.seq <= lastTold(first.labId) + 1) tell(first.labId, recorded.events);
        // The change is committed: that the hole before it cannot be read now must not make it look undone.
        else await tellUpTo(first.labId, last.seq).catch(() => undefined);
        return recorded;
      },
      onEvents: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    close: () => {
      closed = true;
      stop();
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function bellOf({ labId, seq }: LabEvent): Uint8Array {
  return Buffer.from(`${seq} ${labId}`);
}

/** Null for what is none: others may speak on this line. */
function bellIn(message: Uint8Array): { labId: string; seq: number } | null {
  const [, seq, labId] = /^(\d{1,15}) (.+)$/s.exec(Buffer.from(message).toString()) ?? [];
  return seq === undefined || labId === undefined ? null : { labId, seq: Number(seq) };
}
