// Who is here in one room. Everybody sends heartbeats and carets; they leave as one frame per window, identities set by the server,
// heartbeats answered at once and told to the others combined.
// One idea in one file: the life of an awareness entry, from its first announcement to the trace it leaves behind.
import { PresenceAudience, type PresenceHolder, type Visible } from './presence-audience.ts';
import type { ToldPresence } from './node-messages.ts';
import type { Identity } from './ports.ts';
import { goneEntry, isGone, type PresenceEntry, presenceFrame, readPresence, stateOf, withIdentity } from './presence-entries.ts';
import type { RealtimeTiming } from './timing.ts';
import { Malformed } from './update/byte-reader.ts';

/** Beyond some sixty people the window grows with them, so that what is sent grows with people and not with their square. */
const windowPerPerson = 0.75;
const longestWindow = 500;

interface Shown<H> extends Visible<H> {
  holder: H | null;
  readonly userId: string;
  /** The newest clock heard, and the clock of what is shown. */
  clock: number;
  shownClock: number;
  /** As the client sent it, and as others see it, encoded once. */
  state: string;
  shown: Uint8Array;
  section: string;
  /** The newest state beyond what the connection may change in a second; it is taken up as soon as it may. */
  late: string | null;
  heardAt: number;
}

type ToldPresent = ToldPresence & { readonly present: NonNullable<ToldPresence['present']> };

interface Departed {
  /** Through this node. */
  readonly here: boolean;
  readonly userId: string;
  readonly clock: number;
  readonly at: number;
}

export interface PresenceOptions {
  readonly elapsed: () => number;
  readonly timing: Pick<RealtimeTiming, 'presenceWindow' | 'presenceRefresh' | 'presenceForgotten'>;
  /** Largest state in bytes. */
  readonly presenceBytes: number;
  /** Whose a clientID is in the text; undefined when nobody has written under it. */
  readonly ownerOf: (client: number) => string | undefined;
  /** What others are told of those who are here through this node, for the other nodes. */
  readonly onTold: (told: readonly ToldPresence[]) => void;
}

/** What came of an awareness update. `late`: more changes than a second allows, the newest will follow. `foreign`: it claimed news of somebody else, which stock echoes never do. */
export type PresenceOutcome = 'taken' | 'heartbeat' | 'late' | 'foreign' | 'too large';

export class Presence<H extends PresenceHolder> {
  readonly #holders: ReadonlySet<H>;
  readonly #options: PresenceOptions;
  readonly #shown = new Map<number, Shown<H>>();
  /** The one clientID of each connection. */
  readonly #own = new Map<H, number>();
  /** The clientID each connection spoke of first, which is its own: what it says of others are echoes. */
  readonly #first = new WeakMap<H, number>();
  /** Those who left lately: late echoes of others must not bring them back, and who returns must come with a newer clock. */
  readonly #departed = new Map<number, Departed>();
  readonly #changed = new Set<number>();
  readonly #audience: PresenceAudience<H>;
  #timer: NodeJS.Timeout | null = null;
  #refreshedAt: number;

  constructor(holders: ReadonlySet<H>, options: PresenceOptions) {
    this.#holders = holders;
    this.#options = options;
    this.#audience = new PresenceAudience({ holders, visible: this.#shown, clientOf: (holder) => this.#own.get(holder) });
    this.#refreshedAt = options.elapsed();
  }

  /** The user whose screen uses this clientID now: nobody else may begin to write under it. */
  userOf(client: number): string | undefined {
    return this.#shown.get(client)?.userId;
  }

  /** Takes an awareness update of a connection. Throws Malformed. */
  receive(holder: H, update: Uint8Array): PresenceOutcome {
    const entries = readPresence(update);
    let outcome: PresenceOutcome = 'taken';
    const [alone] = entries;
    if (alone !== undefined && entries.length === 1 && !this.#first.has(holder)) this.#first.set(holder, alone.client);
    for (const entry of entries) {
      const known = this.#shown.get(entry.client);
      if (known === undefined) {
        if (this.#announce(holder, entry) === 'foreign') outcome = 'foreign';
      } else if (known.holder === holder) {
        const own = this.#renew(holder, entry, known);
        if (outcome === 'taken') outcome = own;
      } else if (known.userId === holder.identity.userId) {
        // The same person on a new connection, before the old one was known to be lost. What another tab of theirs echoes is not its own.
        if (this.#first.get(holder) === entry.client) this.#takeOver(holder, entry, known);
      } else if (entry.clock > known.clock) {
        outcome = 'foreign';
      }
    }
    return outcome;
  }

  /** Tells one connection of all it should see; false when that is nobody. */
  welcome(holder: H): boolean {
    return this.#audience.welcome(holder);
  }

  /** Takes what another node tells of those who are here through it. */
  hear(told: readonly ToldPresence[]): void {
    for (const { client, clock, present } of told) {
      const known = this.#shown.get(client);
      if (present !== null) this.#showElsewhere({ client, clock, present }, known);
      else if (known?.holder === null && clock >= known.clock) this.#remove(client, clock);
    }
  }

  /** Everybody who is here through this node. */
  here(): ToldPresence[] {
    return this.#toldOf(this.#shown.keys());
  }

  /** The connection is gone, and with it the person it showed. */
  leave(holder: H): void {
    const client = this.#own.get(holder);
    if (client !== undefined) this.#remove(client, this.#shown.get(client)?.clock ?? 0);
  }

  /** The person is called otherwise now: their client is asked to announce itself anew, because others want a newer clock. */
  rename(holder: H): void {
    const client = this.#own.get(holder);
    const entry = client === undefined ? undefined : this.#shown.get(client);
    if (client === undefined || entry === undefined) return;
    entry.state = '';
    holder.sendPresence(presenceFrame([goneEntry(client, entry.clock)]));
  }

  /** Regular care: the combined refresh, and forgetting those whose client fell silent. */
  sweep(): void {
    const now = this.#options.elapsed();
    const { presenceRefresh, presenceForgotten } = this.#options.timing;
    for (const [client, { heardAt, clock }] of this.#shown) {
      if (now - heardAt >= presenceForgotten) this.#remove(client, clock);
    }
    for (const [client, { at }] of this.#departed) {
      if (now - at >= presenceForgotten) this.#departed.delete(client);
    }
    if (now - this.#refreshedAt < presenceRefresh) return;
    const renewed = [...this.#shown].filter(([, entry]) => entry.shownClock > entry.toldClock);
    if (renewed.length === 0) return;
    this.#refreshedAt = now;
    this.#tell(renewed.map(([client]) => client));
  }

  /** Sends what waits for its window, and stops the clock: the room is leaving memory. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #announce(holder: H, entry: PresenceEntry): PresenceOutcome {
    if (this.#own.has(holder) || isGone(entry)) return 'taken';
    const { userId } = holder.identity;
    const owner = this.#options.ownerOf(entry.client);
    if (owner !== undefined && owner !== userId) return 'foreign';
    const departed = this.#departed.get(entry.client);
    if (departed !== undefined && departed.userId !== userId) return 'taken';
    const lastClock = departed?.clock ?? 0;
    if (entry.clock <= lastClock) {
      // Others would take this for old news (a first clock of 0 too). Told that it is gone, the client answers with a newer clock.
      holder.sendPresence(presenceFrame([goneEntry(entry.client, lastClock)]));
      return 'taken';
    }
    if (this.#isTooLarge(entry)) return 'too large';
    const state = stateOf(entry);
    const signed = withIdentity(state, holder.identity);
    const now = this.#options.elapsed();
    this.#departed.delete(entry.client);
    this.#own.set(holder, entry.client);
    this.#shown.set(entry.client, {
      holder,
      userId,
      clock: entry.clock,
      shownClock: entry.clock,
      state,
      shown: signed.bytes,
      section: signed.section,
      late: null,
      toldClock: -1,
      heardAt: now,
    });
    this.#change(entry.client);
    return 'taken';
  }

  #renew(holder: H, entry: PresenceEntry, known: Shown<H>): PresenceOutcome {
    if (isGone(entry)) {
      if (entry.clock >= known.clock) this.#remove(entry.client, entry.clock);
      return 'taken';
    }
    if (entry.clock <= known.clock) return 'taken';
    if (this.#isTooLarge(entry)) return 'too large';
    const state = stateOf(entry);
    known.clock = entry.clock;
    known.heardAt = this.#options.elapsed();
    if (state === known.state && known.late === null) {
      known.shownClock = known.clock;
      return 'heartbeat';
    }
    if (known.holder?.mayChange() === false) {
      known.late = state;
      this.#change(entry.client);
      return 'late';
    }
    take(known, { state, identity: holder.identity });
    this.#change(entry.client);
    return 'taken';
  }

  #takeOver(holder: H, entry: PresenceEntry, known: Shown<H>): void {
    if (isGone(entry) || this.#isTooLarge(entry)) return;
    const former = this.#own.get(holder);
    if (former !== undefined && former !== entry.client) return;
    if (known.holder !== null) this.#own.delete(known.holder);
    this.#own.set(holder, entry.client);
    known.holder = holder;
    known.heardAt = this.#options.elapsed();
    if (entry.clock > known.clock) this.#renew(holder, entry, known);
  }

  #showElsewhere({ client, clock, present }: ToldPresent, known: Shown<H> | undefined): void {
    const { userId } = present.identity;
    if (known !== undefined) {
      // Who is in two places came last to the one with the newer clock.
      if (clock <= known.clock || known.userId !== userId) return;
      if (known.holder !== null) this.#own.delete(known.holder);
    }
    this.#departed.delete(client);
    const isSame = known !== undefined && known.section === present.section && Buffer.compare(known.shown, present.shown) === 0;
    this.#shown.set(client, {
      holder: null,
      userId,
      clock,
      shownClock: clock,
      state: '',
      shown: present.shown,
      section: present.section,
      late: null,
      toldClock: known?.toldClock ?? -1,
      heardAt: this.#options.elapsed(),
    });
    if (!isSame) this.#change(client);
  }

  #isTooLarge(entry: PresenceEntry): boolean {
    return entry.bytes.length > this.#options.presenceBytes;
  }

  #remove(client: number, clock: number): void {
    const entry = this.#shown.get(client);
    if (entry === undefined) return;
    this.#shown.delete(client);
    const { holder, userId } = entry;
    if (holder !== null) this.#own.delete(holder);
    this.#departed.set(client, { here: holder !== null, userId, clock, at: this.#options.elapsed() });
    this.#change(client);
  }

  #change(client: number): void {
    this.#changed.add(client);
    const window = Math.max(this.#options.timing.presenceWindow, Math.min(longestWindow, this.#holders.size * windowPerPerson));
    this.#timer ??= setTimeout(() => this.#flush(), window);
  }

  #flush(): void {
    this.#timer = null;
    const later: number[] = [];
    for (const client of this.#changed) {
      const entry = this.#shown.get(client);
      if (entry === undefined || entry.late === null) continue;
      if (entry.holder === null) continue;
      if (entry.holder.mayChange()) takeLate(entry, { state: entry.late, identity: entry.holder.identity });
      else later.push(client);
    }
    this.#tell(this.#changed);
    this.#changed.clear();
    for (const client of later) this.#change(client);
  }

  #tell(clients: Iterable<number>): void {
    this.#audience.tell(clients, (client) => this.#departed.get(client)?.clock);
    this.#options.onTold(this.#toldOf(clients));
  }

  #toldOf(clients: Iterable<number>): ToldPresence[] {
    const told: ToldPresence[] = [];
    for (const client of clients) {
      const entry = this.#shown.get(client);
      const departed = this.#departed.get(client);
      if (entry !== undefined) {
        const { holder, shownClock: clock, section, shown } = entry;
        if (holder !== null) told.push({ client, clock, present: { identity: holder.identity, section, shown } });
      } else if (departed?.here) told.push({ client, clock: departed.clock, present: null });
    }
    return told;
  }
}

/** What the client says becomes what the others see. Throws Malformed. */
function take<H>(entry: Shown<H>, { state, identity }: { state: string; identity: Identity }): void {
  const { bytes, section } = withIdentity(state, identity);
  entry.shown = bytes;
  entry.section = section;
  entry.state = state;
  entry.late = null;
  entry.shownClock = entry.clock;
}

/** As `take`; what turns out to be no state at all is passed over, since its sender was answered long ago. */
function takeLate<H>(entry: Shown<H>, late: { state: string; identity: Identity }): void {
  try {
    take(entry, late);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    entry.late = null;
  }
}
