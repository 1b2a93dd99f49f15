// Where a person's queue is kept: on the device, one entry an item, so that two tabs never overwrite each other's; in memory where the
// device keeps nothing, and then it says so. Entries carry whose they are: another person on the same phone has another queue.
import { inOrder, type Queued } from './queued.ts';

/** The part of `localStorage` that is used. Any of its methods may throw: storage can be full or forbidden. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

export interface KeptItems {
  /** Oldest first, with those another tab put there. */
  all(): readonly Queued[];
  put(item: Queued): void;
  remove(id: string): void;
  /** False while something is in memory only, and would go with the page. */
  onDevice(): boolean;
}

/** What the names of all entries of one person in one lab begin with. */
export function shelfName({ personId, lab }: { personId: string; lab: string }): string {
  return `${everyShelfOf(personId)}${lab}.`;
}

function everyShelfOf(personId: string): string {
  return `cocrea.outbox.${personId}.`;
}

/** Where the tabs of that person note whose turn it is. */
export function turnName({ personId, lab }: { personId: string; lab: string }): string {
  return `cocrea.outbox-turn.${personId}.${lab}`;
}

export function keepItems(shelf: Shelf | null, whose: { personId: string; lab: string }): KeptItems {
  const prefix = shelfName(whose);
  const inMemory = new Map<string, Queued>();

  const onShelf = (): Queued[] => itemsUnder(shelf, prefix).filter(({ id }) => !inMemory.has(id));

  return {
    all: () => [...onShelf(), ...inMemory.values()].sort(inOrder),
    put(item) {
      try {
        if (shelf === null) throw new Error('this device keeps nothing');
        shelf.setItem(prefix + item.id, JSON.stringify(item));
        inMemory.delete(item.id);
      } catch {
        inMemory.set(item.id, item);
      }
    },
    remove(id) {
      inMemory.delete(id);
      try {
        shelf?.removeItem(prefix + id);
      } catch {
        // Sent once more after a reload, it is the same contribution.
      }
    },
    onDevice: () => inMemory.size === 0,
  };
}

/** Everything a person has on the device, in whatever lab. */
export function keptOf(shelf: Shelf | null, personId: string): readonly Queued[] {
  return itemsUnder(shelf, everyShelfOf(personId));
}

function itemsUnder(shelf: Shelf | null, prefix: string): Queued[] {
  const found: Queued[] = [];
  try {
    for (let index = 0; index < (shelf?.length ?? 0); index++) {
      const name = shelf?.key(index) ?? '';
      const text = name.startsWith(prefix) ? shelf?.getItem(name) : null;
      const item = text === null || text === undefined ? null : readItem(text);
      if (item !== null) found.push(item);
    }
  } catch {
    // What the device does not give back now it may give later; nothing is removed.
  }
  return found;
}

/** Null for what no program of ours wrote. */
function readItem(text: string): Queued | null {
  try {
    const item = JSON.parse(text) as Partial<Queued> | null;
    return typeof item?.id === 'string' && typeof item.text === 'string' && typeof item.order === 'number'
      ? (item as Queued)
      : null;
  } catch {
    return null;
  }
}
