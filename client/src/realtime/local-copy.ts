// The copy of a document this device keeps: y-indexeddb, plus what it does not tell — when words are really written, and how many the
// server never confirmed. One copy per person, document and generation, so that nobody's words are sent under another's name or
// merged into a rebuilt history.
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** What the device remembers about a copy without opening it. */
export interface CopyEntry {
  /** Name of the copy's own database. */
  readonly name: string;
  readonly personId: string;
  readonly documentId: string;
  readonly generation: string;
  /** What the person could do when last connected. */
  readonly may: 'write' | 'read';
  /** Changes the server has not confirmed. */
  readonly pending: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

export type CopyKey = Pick<CopyEntry, 'personId' | 'documentId' | 'generation'>;

/** The name of a copy's database: keyed by person, document and generation. */
export function copyName({ personId, documentId, generation }: CopyKey): string {
  return `cocrea/${personId}/${documentId}/${generation}`;
}

/** Milliseconds after which a device that does not answer is taken to keep nothing. */
const patience = 4000;

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });
}

function complete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted'));
  });
}

function within<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), patience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The list of copies on this device. */
export class CopyShelf {
  readonly #db: IDBDatabase;

  private constructor(db: IDBDatabase) {
    this.#db = db;
    db.onversionchange = () => db.close();
  }

  /** Null where this browser keeps nothing: no IndexedDB, a private window that blocks it, a broken profile. */
  static async open(): Promise<CopyShelf | null> {
    try {
      const request = indexedDB.open('cocrea', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('copies', { keyPath: 'name' });
      return new CopyShelf(await within(settle(request)));
    } catch {
      return null;
    }
  }

  /** Copies of one person, newest first; of one document where it is given. */
  async list(personId: string, documentId?: string): Promise<CopyEntry[]> {
    const all: CopyEntry[] = await settle(this.#db.transaction('copies').objectStore('copies').getAll());
    return all
      .filter((entry) => entry.personId === personId && (documentId === undefined || entry.documentId === documentId))
      .sort((one, other) => other.updatedAt - one.updatedAt);
  }

  async put(entry: Omit<CopyEntry, 'name' | 'updatedAt'>): Promise<void> {
    const transaction = this.#db.transaction('copies', 'readwrite');
    transaction.objectStore('copies').put({ ...entry, name: copyName(entry), updatedAt: Date.now() } satisfies CopyEntry);
    await complete(transaction);
  }

  /** Forgets a copy and deletes its database. */
  async remove(name: string): Promise<void> {
    const transaction = this.#db.transaction('copies', 'readwrite');
    transaction.objectStore('copies').delete(name);
    await complete(transaction);
    indexedDB.deleteDatabase(name);
  }

  close(): void {
    this.#db.close();
  }
}

const pendingPrefix = 'pending:';
/** Key of the numbers of the clients this device wrote under, newest last. */
const clientsKey = 'clients';
const mostClients = 60;

/** One open copy. Everything y-indexeddb hears of the document goes in; `confirm` tells when it is really there. */
export class LocalCopy {
  /** Changes of earlier visits the server never confirmed. */
  readonly earlierPending: number;
  /** Clients under which this person wrote on this device before. */
  readonly earlierClients: readonly number[];
  /** The origin of the transactions by which the copy is read into the document. */
  readonly origin: IndexeddbPersistence;
  readonly #db: IDBDatabase;
  readonly #key: string;

  private constructor(
    origin: IndexeddbPersistence,
    { key, ...earlier }: { key: string; pending: number; clients: readonly number[] },
  ) {
    this.origin = origin;
    this.#db = origin.db as IDBDatabase;
    this.#key = key;
    this.earlierPending = earlier.pending;
    this.earlierClients = earlier.clients;
  }

  /**
   * Reads the copy into `doc` and keeps it from then on. `onFailed` is called once where the device later refuses to write (full,
   * cleared by the browser). Rejects where it cannot be opened.
   */
  static async open(
    doc: Y.Doc,
    { name, tab, onFailed }: { name: string; tab: string; onFailed: () => void },
  ): Promise<LocalCopy> {
    const origin = new IndexeddbPersistence(name, doc);
    try {
      await within(origin.whenSynced);
    } catch (error) {
      void origin.destroy().catch(() => undefined);
      throw error;
    }
    const db = origin.db as IDBDatabase;
    let failed = false;
    const fail = () => {
      if (!failed) onFailed();
      failed = true;
    };
    for (const event of ['abort', 'error', 'close'] as const) db.addEventListener(event, fail);
    const key = `${pendingPrefix}${tab}`;
    return new LocalCopy(origin, { key, ...(await LocalCopy.#adopt(db, { key, client: doc.clientID })) });
  }

  /** Takes over what earlier tabs left unconfirmed: their text is in this document now, so it is this tab's to send. */
  static async #adopt(
    db: IDBDatabase,
    { key, client }: { key: string; client: number },
  ): Promise<{ pending: number; clients: readonly number[] }> {
    const transaction = db.transaction('custom', 'readwrite');
    const store = transaction.objectStore('custom');
    const keys = (await settle(store.getAllKeys(IDBKeyRange.bound(pendingPrefix, `${pendingPrefix}\uffff`)))) as string[];
    let pending = 0;
    for (const earlier of keys) {
      pending += (await settle(store.get(earlier))) as number;
      store.delete(earlier);
    }
    if (pending > 0) store.put(pending, key);
    const clients = ((await settle(store.get(clientsKey))) as number[] | undefined) ?? [];
    store.put([...clients, client].slice(-mostClients), clientsKey);
    await complete(transaction);
    return { pending, clients };
  }

  /**
   * Notes that a change is about to be written, before it is: whoever finds the copy after this page was killed in that moment then
   * knows that it may hold something unsent. To be called before y-indexeddb hears of the change.
   */
  expectChange(): void {
    try {
      this.#db.transaction(['updates', 'custom'], 'readwrite').objectStore('custom').put(1, this.#key);
    } catch {
      // A copy that is closed is told by the next `confirm`.
    }
  }

  /** Changes that other tabs, open or gone, left in this copy for the server. */
  async pendingElsewhere(): Promise<number> {
    const store = this.#db.transaction('custom').objectStore('custom');
    const range = IDBKeyRange.bound(pendingPrefix, `${pendingPrefix}\uffff`);
    const [keys, counts] = await Promise.all([settle(store.getAllKeys(range)), settle(store.getAll(range))]);
    return keys.reduce<number>((sum, key, index) => (key === this.#key ? sum : sum + (counts[index] as number)), 0);
  }

  /**
   * Resolves when everything written to the document so far is on the device, together with the number of changes that wait for the
   * server. Transactions on the same stores run in order, so this one ends after those y-indexeddb began before it. Rejects where the
   * device does not take it, also when another tab deleted the copy.
   */
  async confirm(pending: number): Promise<void> {
    const transaction = this.#db.transaction(['updates', 'custom'], 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('custom');
    if (pending > 0) store.put(pending, this.#key);
    else store.delete(this.#key);
    await complete(transaction);
  }

  async close(): Promise<void> {
    await this.origin.destroy();
  }
}
