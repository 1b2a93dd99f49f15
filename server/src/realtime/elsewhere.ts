// Who has which documents open through other nodes, and what was written there, for the screens that show it: also of documents that are
// not in memory here. Nodes say it anew from time to time; of one that says nothing any more, nobody is here.
import { randomUUID } from 'node:crypto';
import type { Bus } from '../bus/bus.ts';
import type { Identity } from './ports.ts';

/** Milliseconds between two announcements of all, and after which a node that announced nothing is forgotten. */
const [announcedEvery, forgottenAfter] = [20_000, 60_000];
/** Milliseconds between two announcements that one text was written. */
const editedEvery = 1_000;
/** Milliseconds in which comings and goings are told together. */
const gathered = 200;
const topic = 'documents';

type People = readonly Identity[];

interface Said {
  readonly node: string;
  /** People by document; an empty list where everybody left. Left out where only something else is said. */
  readonly people?: Readonly<Record<string, People>>;
  readonly edited?: { readonly documentId: string; readonly at: number };
  /** Asks everybody to announce all. */
  readonly asks?: true;
}

export interface ElsewhereOptions {
  readonly bus: Bus;
  readonly elapsed: () => number;
  /** Everybody who has a document open through this node, and the documents that somebody has. */
  readonly here: (documentId: string) => People;
  readonly visited: () => Iterable<string>;
  readonly onPeople: (documentId: string) => void;
  readonly onEdited: (edited: { documentId: string; at: number }) => void;
}

export class Elsewhere {
  readonly #options: ElsewhereOptions;
  readonly #node = randomUUID();
  readonly #nodes = new Map<string, { heardAt: number; readonly people: Map<string, People> }>();
  readonly #editedAt = new Map<string, number>();
  readonly #stop: () => void;
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #announcedAt: number;

  constructor(options: ElsewhereOptions) {
    this.#options = options;
    this.#announcedAt = options.elapsed();
    this.#stop = options.bus.subscribe(topic, {
      hear: (message) => this.#hear(JSON.parse(new TextDecoder().decode(message)) as Said),
      listening: () => {
        this.#say({ asks: true });
        this.#announceAll();
      },
    });
  }

  /** Other people have the document open through this node than before. */
  changed(documentId: string): void {
    if (!this.#options.bus.isShared) return;
    this.#changed.add(documentId);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#announce(this.#changed);
      this.#changed.clear();
    }, gathered);
  }

  /** Something was written into the document through this node. */
  edited(documentId: string, at: number): void {
    if (!this.#options.bus.isShared) return;
    const now = this.#options.elapsed();
    if (now - (this.#editedAt.get(documentId) ?? Number.NEGATIVE_INFINITY) < editedEvery) return;
    this.#editedAt.set(documentId, now);
    this.#say({ edited: { documentId, at } });
  }

  /** Everybody who has the document open through other nodes. */
  peopleOf(documentId: string): People {
    const heardAfter = this.#options.elapsed() - forgottenAfter;
    return [...this.#nodes.values()].flatMap((node) => (node.heardAt < heardAfter ? [] : (node.people.get(documentId) ?? [])));
  }

  /** Regular care. */
  sweep(): void {
    const now = this.#options.elapsed();
    if (now - this.#announcedAt < announcedEvery) return;
    this.#announcedAt = now;
    for (const [documentId, at] of this.#editedAt) if (now - at >= editedEvery) this.#editedAt.delete(documentId);
    for (const [node, { heardAt, people }] of this.#nodes) {
      if (now - heardAt < forgottenAfter) continue;
      this.#nodes.delete(node);
      for (const documentId of people.keys()) this.#options.onPeople(documentId);
    }
    this.#announceAll();
  }

  close(): void {
    this.#stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#changed.size > 0) this.#announce(this.#changed);
  }

  #announceAll(): void {
    this.#announce(this.#options.visited());
  }

  #announce(documentIds: Iterable<string>): void {
    const people = Object.fromEntries(Array.from(documentIds, (documentId) => [documentId, this.#options.here(documentId)]));
    if (Object.keys(people).length > 0) this.#say({ people });
  }

  #say(said: Omit<Said, 'node'>): void {
    const { bus } = this.#options;
    if (bus.isShared) bus.publish(topic, Buffer.from(JSON.stringify({ node: this.#node, ...said })));
  }

  #hear({ node, people = {}, edited, asks }: Said): void {
    const known = this.#nodes.get(node) ?? { heardAt: 0, people: new Map<string, People>() };
    this.#nodes.set(node, known);
    known.heardAt = this.#options.elapsed();
    for (const [documentId, present] of Object.entries(people)) {
      if (present.length === 0) known.people.delete(documentId);
      else known.people.set(documentId, present);
      this.#options.onPeople(documentId);
    }
    if (edited !== undefined) this.#options.onEdited(edited);
    if (asks === true) this.#announceAll();
  }
}
