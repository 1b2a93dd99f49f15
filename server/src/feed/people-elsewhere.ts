// Who has a lab open through other nodes, and who of them is writing a contribution, as each node tells it: at every change and every so often. Of a
// node that tells nothing any more nobody is here.
import * as z from 'zod';
import type { Bus } from '../bus/bus.ts';
import { feedTiming } from './limits.ts';

/** People by id, with whether they are writing a contribution. */
export type PeopleHere = ReadonlyMap<string, boolean>;

export interface PeopleElsewhere {
  people(): PeopleHere;
  /** Tells the other nodes who is here; nothing where they know. */
  tell(here: PeopleHere): void;
  /** Nobody is here any more. */
  close(): void;
}

const Said = z.object({ node: z.string(), people: z.array(z.tuple([z.string(), z.boolean()])).nullable() });

interface Parts {
  readonly bus: Bus;
  readonly labId: string;
  /** Tells this node from the others. */
  readonly node: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onChanged: () => void;
}

export function createPeopleElsewhere({ bus, labId, node, now, onChanged }: Parts): PeopleElsewhere {
  const topic = `people of ${labId}`;
  const nodes = new Map<string, { readonly people: PeopleHere; readonly heardAt: number }>();
  let here: PeopleHere = new Map();
  let told = '';

  function say(people: PeopleHere | null): void {
    const said: z.infer<typeof Said> = { node, people: people === null ? null : [...people] };
    bus.publish(topic, Buffer.from(JSON.stringify(said)));
  }

  const stop = bus.subscribe(topic, {
    hear: (message) => {
      const { node: from, people } = Said.parse(JSON.parse(Buffer.from(message).toString()));
      // Somebody who has just begun to listen asks.
      if (people === null) return say(here);
      if (people.length === 0) nodes.delete(from);
      else nodes.set(from, { people: new Map(people), heardAt: now() });
      onChanged();
    },
    listening: () => {
      say(null);
      say(here);
    },
  });

  const caring = setInterval(() => {
    if (bus.isShared) say(here);
    const silent = [...nodes].filter(([, { heardAt }]) => now() - heardAt > feedTiming.nodeForgotten);
    for (const [from] of silent) nodes.delete(from);
    if (silent.length > 0) onChanged();
  }, feedTiming.nodeTells);
  caring.unref();

  return {
    people: () => {
      const all = new Map<string, boolean>();
      for (const { people } of nodes.values()) for (const [id, writes] of people) all.set(id, writes || all.get(id) === true);
      return all;
    },
    tell: (people) => {
      here = people;
      const text = JSON.stringify([...people]);
      if (text === told || !bus.isShared) return;
      told = text;
      say(people);
    },
    close: () => {
      clearInterval(caring);
      if (here.size > 0 && bus.isShared) say(new Map());
      stop();
    },
  };
}
