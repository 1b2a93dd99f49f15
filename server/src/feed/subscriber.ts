// One open screen of a lab: first every event it missed, then each as it is committed, without a hole between the two.
import { FeedWord, type FeedMessage } from '@cocrea/shared/api/feed.ts';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import { closeCodeOf } from '@cocrea/shared/errors.ts';
import type { RecordStore } from '../storage/record-store.ts';
import type { FeedLine } from './feed-line.ts';
import type { FeedLimits } from './limits.ts';
import type { FeedLog } from './ports.ts';

const pageSize = 500;

export interface Subscriber {
  readonly line: FeedLine;
  readonly labId: string;
  readonly personId: string;
  /** Hears of events alone, and only of some: who is here and what moved is not sent to it. */
  readonly quiet: boolean;
  /** Its person is writing a contribution. */
  readonly typing: boolean;
  send(message: FeedMessage): void;
  /** A message written once for everybody. */
  sendText(message: string): void;
  /** An event was just committed: sent now if it is the next one, otherwise read from the log in order. */
  offer(event: LabEvent): void;
  catchUp(): Promise<void>;
  /** Ends a line that did not answer the last heartbeat. */
  checkAlive(): void;
}

export function createSubscriber(options: {
  line: FeedLine;
  labId: string;
  personId: string;
  after: number;
  /** Beginnings of the types of events it wants; null for all, and for what else the feed says. */
  wanted: readonly string[] | null;
  onTyping: () => void;
  records: Pick<RecordStore, 'events'>;
  limits: FeedLimits;
  log: FeedLog;
}): Subscriber {
  const { line, labId, personId, wanted, onTyping, records, limits, log } = options;
  let seq = options.after;
  let reading = false;
  let missed = false;
  let alive = true;
  let typing = false;

  const send = (message: FeedMessage): void => sendText(JSON.stringify(message));

  function sendText(message: string): void {
    if (!line.isOpen) return;
    if (line.bufferedAmount > limits.feedQueueBytes) return line.close(closeCodeOf('too_slow'), 'too_slow');
    line.sendText(message);
  }

  async function catchUp(): Promise<void> {
    missed = true;
    if (reading) return;
    reading = true;
    try {
      while (missed && line.isOpen) {
        missed = false;
        const events = await records.events(labId, { after: seq, limit: pageSize });
        for (const event of events) pass(event);
        if (events.length === pageSize) missed = true;
      }
    } catch (failure) {
      log.warn({ failure, labId }, 'a feed could not read its events');
      line.close(closeCodeOf('store_unavailable'), 'store_unavailable');
    } finally {
      reading = false;
    }
  }

  function pass(event: LabEvent): void {
    if (wanted === null || wanted.some((beginning) => event.type.startsWith(beginning))) send({ type: 'event', event });
    seq = event.seq;
  }

  line.listen({
    onFrame: (frame) => {
      const said = wordIn(new TextDecoder().decode(frame ?? undefined));
      if (said === null || said.typing === typing) return;
      typing = said.typing;
      onTyping();
    },
    onLife: () => {
      alive = true;
    },
  });

  return {
    line,
    labId,
    personId,
    quiet: wanted !== null,
    get typing() {
      return typing;
    },
    send,
    sendText,
    catchUp,
    offer(event) {
      if (event.seq <= seq) return;
      if (reading || event.seq !== seq + 1) {
        void catchUp();
        return;
      }
      pass(event);
    },
    checkAlive() {
      if (!alive) return line.terminate();
      alive = false;
      line.ping();
    },
  };
}

/** Null for what is no word of the feed: it has no effect. */
function wordIn(text: string): FeedWord | null {
  try {
    return FeedWord.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
