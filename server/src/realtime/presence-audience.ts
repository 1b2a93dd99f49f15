// Who is told of whom in one room. Up to fifty, everybody of everybody, the same bytes to all. Beyond, each of those in their own section of
// the text, of whom no more than fifty are shown, and of all others how many they are: what is sent then grows with people and not with their
// square, wherever they stand.
import type { Identity } from './ports.ts';
import { goneEntry, type PresenceEntry, presenceFrame } from './presence-entries.ts';

/** A connection as presence sees it. */
export interface PresenceHolder {
  readonly identity: Identity;
  /** Uses up one of the changes the connection may make each second; false when there is none left. */
  mayChange(): boolean;
  /** Sends a presence frame, or drops it when the connection cannot keep up: a newer one follows. */
  sendPresence(frame: Uint8Array): void;
  /** Says how many people are here where not all are shown; 0 when they are again. */
  tellCrowd(people: number): void;
}

/** Somebody who is here, as others see them. */
export interface Visible<H> {
  /** Null for who is here through another node. */
  readonly holder: H | null;
  readonly userId: string;
  readonly section: string;
  readonly shownClock: number;
  readonly shown: Uint8Array;
  /** The clock others were told. */
  toldClock: number;
}

/** More than so many screens are a crowd, until there are so few again that one more does not make them one. */
const crowdFrom = 50;
const crowdUntil = 40;
/** So many of a section are shown in a crowd, those who came first. */
const shownOfSection = 50;

/** One section of a crowd, by clientID, in the order in which they came to it. */
interface Section {
  readonly present: Set<number>;
  readonly shown: Set<number>;
}

export class PresenceAudience<H extends PresenceHolder> {
  readonly #holders: ReadonlySet<H>;
  readonly #visible: ReadonlyMap<number, Visible<H>>;
  /** The clientID of a connection; undefined for one that shows nobody. */
  readonly #clientOf: (holder: H) => number | undefined;
  /** Null while there is no crowd. */
  #sections: Map<string, Section> | null = null;
  /** The section in which each clientID of a crowd stands. */
  readonly #sectionOf = new Map<number, string>();
  #people = 0;

  constructor({
    holders,
    visible,
    clientOf,
  }: {
    holders: ReadonlySet<H>;
    visible: ReadonlyMap<number, Visible<H>>;
    clientOf: (holder: H) => number | undefined;
  }) {
    this.#holders = holders;
    this.#visible = visible;
    this.#clientOf = clientOf;
  }

  /** Tells one connection of all it should see; false when that is nobody. */
  welcome(holder: H): boolean {
    if (this.#sections !== null) holder.tellCrowd(this.#people);
    // So many came within one window that it will be a crowd at its end: everybody is welcomed then.
    else if (this.#visible.size > crowdFrom) return false;
    const frame = this.#framesOfSections()(this.#placeOf(holder));
    if (frame === null) return false;
    holder.sendPresence(frame);
    return true;
  }

  /** Tells whoever should know what changed about these clients; `goneClock` gives the last clock of who left. */
  tell(changed: Iterable<number>, goneClock: (client: number) => number | undefined): void {
    const wasCrowd = this.#sections !== null;
    const isCrowd = this.#visible.size > (wasCrowd ? crowdUntil : crowdFrom);
    if (isCrowd !== wasCrowd) {
      this.#become(isCrowd);
      const gone = [...changed].filter((client) => !this.#visible.has(client));
      this.#tellAll(gone, goneClock);
    } else if (this.#sections === null) this.#tellAll(changed, goneClock);
    else this.#tellSections(this.#sections, changed, goneClock);
    for (const client of changed) {
      const one = this.#visible.get(client);
      if (one !== undefined) one.toldClock = one.shownClock;
    }
  }

  #tellAll(changed: Iterable<number>, goneClock: (client: number) => number | undefined): void {
    const entries: PresenceEntry[] = [];
    for (const client of changed) {
      const clock = goneClock(client);
      if (this.#visible.has(client)) entries.push(this.#entry(client));
      else if (clock !== undefined) entries.push(goneEntry(client, clock));
    }
    if (entries.length === 0) return;
    const frame = presenceFrame(entries);
    for (const holder of this.#holders) holder.sendPresence(frame);
  }

  #tellSections(
    sections: Map<string, Section>,
    changed: Iterable<number>,
    goneClock: (client: number) => number | undefined,
  ): void {
    const news = new Map<string, PresenceEntry[]>();
    const say = (section: string, entry: PresenceEntry): void => {
      const said = news.get(section);
      if (said === undefined) news.set(section, [entry]);
      else said.push(entry);
    };
    const movers = new Set<H>();
    for (const client of changed) {
      const one = this.#visible.get(client);
      const before = this.#sectionOf.get(client);
      if (before !== undefined && before !== one?.section) {
        const next = leaveSection(sections, before, client);
        this.#sectionOf.delete(client);
        if (next.wasShown) say(before, goneEntry(client, one?.shownClock ?? goneClock(client) ?? 0));
        if (next.follows !== null) say(before, this.#entry(next.follows));
      }
      if (one === undefined) continue;
      if (before !== one.section) {
        enterSection(sections, one.section, client);
        this.#sectionOf.set(client, one.section);
        if (one.holder !== null) movers.add(one.holder);
      }
      if (sections.get(one.section)?.shown.has(client)) say(one.section, this.#entry(client));
    }
    const frames = new Map([...news].map(([section, entries]) => [section, presenceFrame(entries)]));
    const frameOfAll = this.#framesOfSections();
    const isCounted = this.#count();
    for (const holder of this.#holders) {
      if (isCounted) holder.tellCrowd(this.#people);
      const section = this.#placeOf(holder);
      const frame = movers.has(holder) ? frameOfAll(section) : frames.get(section);
      if (frame) holder.sendPresence(frame);
    }
  }

  /**
   * Begins or ends being a crowd, and welcomes everybody to it. Who is not shown any more fades from the others by itself, as everybody does
   * of whom nothing is heard.
   */
  #become(crowd: boolean): void {
    this.#sectionOf.clear();
    this.#sections = crowd ? new Map() : null;
    if (this.#sections !== null) {
      for (const [client, { section }] of this.#visible) {
        enterSection(this.#sections, section, client);
        this.#sectionOf.set(client, section);
      }
      this.#count();
    }
    const frameOf = this.#framesOfSections();
    for (const holder of this.#holders) {
      holder.tellCrowd(crowd ? this.#people : 0);
      const frame = frameOf(this.#placeOf(holder));
      if (frame !== null) holder.sendPresence(frame);
    }
  }

  /** Counts the people anew; true when they are not as many as before. */
  #count(): boolean {
    const people = new Set<string>();
    for (const { identity } of this.#holders) people.add(identity.userId);
    for (const { userId } of this.#visible.values()) people.add(userId);
    const changed = people.size !== this.#people;
    this.#people = people.size;
    return changed;
  }

  /** The section a connection looks at; that of those who are nowhere in particular for one that shows nobody. */
  #placeOf(holder: H): string {
    const client = this.#clientOf(holder);
    return (client === undefined ? undefined : this.#visible.get(client)?.section) ?? '';
  }

  /** Everybody who is shown in a section, or everybody where all see all, encoded once for all who look at it; null where that is nobody. */
  #framesOfSections(): (section: string) => Uint8Array | null {
    const frames = new Map<string, Uint8Array | null>();
    return (place) => {
      const section = this.#sections === null ? '' : place;
      let frame = frames.get(section);
      if (frame === undefined) {
        const clients = this.#sections === null ? this.#visible.keys() : (this.#sections.get(section)?.shown ?? []);
        const entries = Array.from(clients, (client) => this.#entry(client));
        frame = entries.length === 0 ? null : presenceFrame(entries);
        frames.set(section, frame);
      }
      return frame;
    };
  }

  #entry(client: number): PresenceEntry {
    const one = this.#visible.get(client);
    if (one === undefined) throw new Error('somebody is to be shown who is not here');
    return { client, clock: one.shownClock, bytes: one.shown };
  }
}

function enterSection(sections: Map<string, Section>, name: string, client: number): void {
  const section = sections.get(name) ?? { present: new Set(), shown: new Set() };
  sections.set(name, section);
  section.present.add(client);
  if (section.shown.size < shownOfSection) section.shown.add(client);
}

/** Takes a client out of a section, and says who is shown in its place. */
function leaveSection(
  sections: Map<string, Section>,
  name: string,
  client: number,
): { readonly wasShown: boolean; readonly follows: number | null } {
  const section = sections.get(name);
  if (section === undefined) return { wasShown: false, follows: null };
  section.present.delete(client);
  if (section.present.size === 0) sections.delete(name);
  if (!section.shown.delete(client)) return { wasShown: false, follows: null };
  for (const next of section.present) {
    if (section.shown.has(next)) continue;
    section.shown.add(next);
    return { wasShown: true, follows: next };
  }
  return { wasShown: true, follows: null };
}
