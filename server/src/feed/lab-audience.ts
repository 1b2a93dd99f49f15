// The open screens of one lab, and what is gathered for them: who is here, and which texts moved, told at most so often.
import type { FeedMessage, Present } from '@cocrea/shared/api/feed.ts';
import type { Bus } from '../bus/bus.ts';
import type { RoomWatch } from '../realtime/ports.ts';
import { feedTiming } from './limits.ts';
import type { FeedLog, FeedPeople } from './ports.ts';
import { createPeopleElsewhere } from './people-elsewhere.ts';
import type { Subscriber } from './subscriber.ts';

export interface LabAudience {
  readonly subscribers: ReadonlySet<Subscriber>;
  add(subscriber: Subscriber): void;
  remove(subscriber: Subscriber): void;
  presenceChanged(): void;
  edited(documentId: string, at: number): void;
  close(): void;
}

export function createLabAudience(options: {
  labId: string;
  people: FeedPeople;
  rooms: RoomWatch;
  /** To the other nodes, at which others may have the lab open. */
  bus: Bus;
  /** Tells this node from those. */
  node: string;
  now: () => number;
  log: FeedLog;
  onEmpty: () => void;
}): LabAudience {
  const { labId, people, rooms, bus, node, now, log, onEmpty } = options;
  const subscribers = new Set<Subscriber>();
  const moved = new Map<string, number>();
  /** Who is here, as last told. */
  let toldHere = '';
  let closed = false;

  // A list of everybody, for everybody, grows with the square of a plenary: it is told less often the more it weighs.
  const hereWindow = (): number =>
    Math.max(feedTiming.here, (toldHere.length * subscribers.size) / feedTiming.hereBytesPerMillisecond);
  const here = throttle(hereWindow, () => {
    tellHere().catch((failure: unknown) => log.warn({ failure, labId }, 'who is here could not be read'));
  });
  const edits = throttle(
    () => feedTiming.edited,
    () => {
      const documents = [...moved].map(([id, updatedAt]) => ({ id, updatedAt }));
      moved.clear();
      const message: FeedMessage = { type: 'edited', documents };
      tell(JSON.stringify(message));
    },
  );

  const elsewhere = createPeopleElsewhere({ bus, labId, node, now, onChanged: () => here.ask() });

  async function tellHere(): Promise<void> {
    const openDocument = new Map<string, string>();
    for (const documentId of await people.documentsOf(labId)) {
      for (const { userId } of rooms.presentIn(documentId)) openDocument.set(userId, documentId);
    }
    const watching = new Map<string, boolean>();
    for (const { personId, typing } of subscribers) watching.set(personId, typing || watching.get(personId) === true);
    elsewhere.tell(new Map(watching));
    for (const [personId, typing] of elsewhere.people()) watching.set(personId, typing || watching.get(personId) === true);
    const described = await people.describe(labId, [...new Set([...openDocument.keys(), ...watching.keys()])]);
    const present: Present[] = described.map((person) => ({
      ...person,
      documentId: openDocument.get(person.personId) ?? null,
      typing: watching.get(person.personId) === true,
    }));
    const message: FeedMessage = { type: 'here', people: present };
    const text = JSON.stringify(message);
    if (text === toldHere) return;
    toldHere = text;
    tell(text);
  }

  function tell(text: string): void {
    for (const subscriber of subscribers) if (!subscriber.quiet) subscriber.sendText(text);
  }

  return {
    subscribers,
    add(subscriber) {
      subscribers.add(subscriber);
      // Whoever comes sees at once whom the others see, and is among them with the next list.
      if (toldHere !== '' && !subscriber.quiet) subscriber.sendText(toldHere);
      here.ask();
    },
    remove(subscriber) {
      subscribers.delete(subscriber);
      if (subscribers.size > 0) return here.ask();
      this.close();
      if (!closed) onEmpty();
      closed = true;
    },
    presenceChanged: () => here.ask(),
    edited(documentId, at) {
      moved.set(documentId, at);
      edits.ask();
    },
    close() {
      here.cancel();
      edits.cancel();
      elsewhere.close();
    },
  };
}

/** Runs `work` at once when it was quiet, otherwise once at the end of the window. */
function throttle(milliseconds: () => number, work: () => void): { ask(): void; cancel(): void } {
  let timer: NodeJS.Timeout | null = null;
  let asked = false;
  function run(): void {
    asked = false;
    timer = setTimeout(() => {
      timer = null;
      if (asked) run();
    }, milliseconds());
    timer.unref();
    work();
  }
  return {
    ask() {
      asked = true;
      if (!timer) run();
    },
    cancel() {
      if (timer) clearTimeout(timer);
      timer = null;
      asked = false;
    },
  };
}
