// Lines that leave no process: that of a node that is alone, with nobody to tell, and a hub for several nodes in one process.
import { Audience } from './audience.ts';
import type { Bus } from './bus.ts';

export function createLocalBus(): Bus {
  return {
    isShared: false,
    isUp: true,
    publish: () => undefined,
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
}

export interface HubNode extends Bus {
  /** What it says and what others say to it is lost until `restore`. */
  cut(): void;
  restore(): void;
}

export interface LocalHub {
  /** A line of its own for one more node. `onTrouble` hears of listeners that failed. */
  node(onTrouble?: (trouble: Error) => void): HubNode;
}

interface Member {
  readonly audience: Audience;
  isUp: boolean;
}

/** Carries what its nodes say to each other, each message after the turn in which it was said. */
export function createLocalHub(): LocalHub {
  const members = new Set<Member>();

  function node(onTrouble: (trouble: Error) => void = warn): HubNode {
    const me: Member = { audience: new Audience(onTrouble), isUp: true };
    const lostTopics = new Set<string>();
    members.add(me);

    const toOthers = (act: (other: Member) => void): void => {
      queueMicrotask(() => {
        for (const other of members) if (other !== me && other.isUp) act(other);
      });
    };
    const stop = async (): Promise<void> => {
      // After what was said before.
      await new Promise((resolve) => queueMicrotask(() => resolve(null)));
      me.isUp = false;
      members.delete(me);
    };
    return {
      isShared: true,
      get isUp() {
        return me.isUp;
      },
      publish: (topic, message) => {
        if (!me.isUp) {
          lostTopics.add(topic);
          return;
        }
        // Whoever said it may use its bytes again.
        const copy = new Uint8Array(message);
        toOthers((other) => other.audience.of(topic)?.hear(copy));
      },
      subscribe: (topic, listener) =>
        me.audience.add(topic, listener, {
          onFirst: (audience) => queueMicrotask(() => me.isUp && me.audience.of(topic) === audience && audience.begin()),
          onLast: () => undefined,
        }),
      close: stop,
      cut: () => {
        me.isUp = false;
        me.audience.interrupt();
      },
      restore: () => {
        if (!members.has(me) || me.isUp) return;
        me.isUp = true;
        queueMicrotask(() => {
          for (const audience of me.isUp ? me.audience.all() : []) audience.begin();
        });
        const lost = [...lostTopics];
        lostTopics.clear();
        toOthers((other) => {
          for (const topic of lost) other.audience.of(topic)?.begin();
        });
      },
    };
  }

  return { node };
}

function warn(trouble: Error): void {
  process.emitWarning(trouble);
}
