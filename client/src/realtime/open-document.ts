// An open document: its Y.Doc, the copy on this device, the line to the server and the status of every word, held together.
// One idea, and the only place where the three meet; the editor sees a snapshot and never a socket.
import type { ErrorCode } from '@cocrea/shared/errors.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { rescueWords } from '@cocrea/shared/document/rescue-words.ts';
import { bodyField } from '@cocrea/shared/document/schema.ts';
import type { Hello } from '@cocrea/shared/protocol/hello.ts';
import type { Notice } from '@cocrea/shared/protocol/notice.ts';
import { Awareness } from 'y-protocols/awareness';
import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { CopyShelf, copyName, LocalCopy } from './local-copy.ts';
import { strandedInMemory, strandedOnDevice, type StrandedCopy } from './stranded-copies.ts';
import { SyncLine } from './sync-line.ts';
import {
  initialSync,
  nextSync,
  statusOf,
  wouldLoseWords,
  type SyncEvent,
  type SyncState,
  type SyncStatus,
} from './sync-status.ts';

export interface DocumentSnapshot {
  /** The text and who is in it; null until there is something true to show. A new object when the text was replaced. */
  readonly open: { readonly doc: Y.Doc; readonly awareness: Awareness } | null;
  readonly editable: boolean;
  readonly status: SyncStatus;
  readonly stranded: readonly StrandedCopy[];
  /** Everything the server has is in the text. */
  readonly isWhole: boolean;
  /** When this device last kept the text before it was opened now, in milliseconds since 1970; null where it had none. */
  readonly leftAt: number | null;
  /** How many people are here, oneself among them, where only some of them are shown; 0 otherwise. */
  readonly crowd: number;
  /** The last thing the server had to say about this connection, such as a limit that was met. */
  readonly notice: Notice | null;
}

export interface DocumentAddress {
  readonly personId: string;
  readonly labId: string;
  readonly documentId: string;
  /** The document whose record says who may open it, for a text that has no record of its own. */
  readonly recordId?: string | undefined;
}

/** Milliseconds after which a device that did not give a copy known to hold unsent words is asked again. */
const askAgain = 5000;

/**
 * Milliseconds after the server confirmed everything until it is shown: under a hand that types, "sending" and "saved" would follow each other with
 * every key, which nobody can read, and each would draw the page anew.
 */
const breath = 400;

/** Milliseconds a closed document stays on the line for the server to confirm what was just typed. */
const farewell = 5000;

export class OpenDocument {
  readonly #address: DocumentAddress;
  /** Names this one among those that keep the same copy: other tabs, and one just left whose last words are still on their way. */
  readonly #tab = newId();
  readonly #listeners = new Set<() => void>();
  #snapshot: DocumentSnapshot;
  #state: SyncState = initialSync;
  #doc = new Y.Doc();
  #awareness = new Awareness(this.#doc);
  #open: DocumentSnapshot['open'] = null;
  #line: SyncLine;
  #shelf: CopyShelf | null = null;
  #copy: LocalCopy | null = null;
  #generation: string | null = null;
  readonly #ownClients = new Set<number>();
  /** Unsent changes of earlier visits in the copy of this device, as long as it was not read. */
  #unread = 0;
  #rememberedRole: 'write' | 'read' = 'write';
  #stranded: readonly StrandedCopy[] = [];
  #leftAt: number | null = null;
  #notice: Notice | null = null;
  #crowd = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #keeping = false;
  #kept = -1;
  #closed = false;

  constructor(address: DocumentAddress) {
    this.#address = address;
    this.#snapshot = this.#look();
    this.#line = this.#watch(this.#doc, this.#awareness);
    addEventListener('online', this.#onNetwork);
    addEventListener('offline', this.#onNetwork);
    addEventListener('beforeunload', this.#onLeaving);
    document.addEventListener('visibilitychange', this.#onVisible);
    void this.#begin();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DocumentSnapshot => this.#snapshot;

  /** Tries the line again now. */
  readonly retry = (): void => this.#line.retry();

  /** Forgets a stranded copy, on the person's word. */
  async forget(copy: StrandedCopy): Promise<void> {
    await this.#shelf?.remove(copy.name);
    this.#strand(this.#stranded.filter((one) => one !== copy));
  }

  /** Forgets what was never sent, on the person's word: the document is opened again from nothing, as the server has it. */
  readonly forgetUnsent = async (): Promise<void> => {
    const generation = this.#generation;
    if (generation === null) return;
    const doc = this.#doc;
    const copy = this.#copy;
    this.#line.close();
    this.#beginAnew();
    await copy?.close().catch(() => undefined);
    await this.#shelf?.remove(copyName({ ...this.#address, generation })).catch(() => undefined);
    doc.destroy();
    if (!this.#closed) this.#line.connect(null);
  };

  /** Leaves the document. What the server has not confirmed stays on the device; what is under way gets a moment to arrive. */
  close(): void {
    this.#closed = true;
    this.#listeners.clear();
    removeEventListener('online', this.#onNetwork);
    removeEventListener('offline', this.#onNetwork);
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#awareness.setLocalState(null);
    const arriving = this.#state.connection === 'synced' && this.#state.changes.length > 0;
    if (!arriving) return this.#end();
    const timer = setTimeout(() => this.#end(), farewell);
    this.#listeners.add(() => {
      if (this.#state.connection === 'synced' && this.#state.changes.length > 0) return;
      clearTimeout(timer);
      this.#listeners.clear();
      this.#end();
    });
  }

  #end(): void {
    this.#line.close();
    removeEventListener('beforeunload', this.#onLeaving);
    const copy = this.#copy;
    const doc = this.#doc;
    void (async () => {
      await copy?.confirm(this.#state.changes.length).catch(() => undefined);
      await this.#remember().catch(() => undefined);
      await copy?.close();
      this.#shelf?.close();
      doc.destroy();
    })();
  }

  // The device is read first, for as long as it takes to know whether it answers: then the server is asked only for what is missing.
  async #begin(): Promise<void> {
    this.#shelf = await CopyShelf.open();
    if (!this.#shelf) {
      this.#tell({ type: 'device_failed' });
    } else {
      const { personId, documentId } = this.#address;
      const [latest, ...older] = await this.#shelf.list(personId, documentId).catch(() => []);
      this.#strand(older.filter(({ pending }) => pending > 0).map(strandedOnDevice));
      if (latest) {
        this.#rememberedRole = latest.may;
        this.#leftAt = latest.updatedAt;
        this.#unread = latest.pending;
        await this.#keepOnDevice(latest.generation);
      }
    }
    if (this.#closed) return this.#shelf?.close();
    if (this.#doc.getXmlFragment(bodyField).length > 0) this.#show();
    this.#line.connect(this.#generation);
  }

  #watch(doc: Y.Doc, awareness: Awareness): SyncLine {
    // Before the provider's own listener, which sends: an edit is counted before its frame is.
    doc.on('update', (_update, origin: unknown) => {
      if (origin instanceof WebsocketProvider || origin instanceof IndexeddbPersistence) return;
      if (this.#state.changes.length === 0) this.#copy?.expectChange();
      this.#tell({ type: 'edited', at: performance.now() });
    });
    const line: SyncLine = new SyncLine(doc, awareness, {
      ...this.#address,
      listener: {
        onConnecting: () => {
          this.#crowd = 0;
          this.#tell({ type: 'connecting' });
        },
        onHello: (hello) => this.#greet(hello, line),
        onSynced: (way) => {
          this.#show();
          this.#tell({ type: 'synced', way });
        },
        onSent: (frame) => this.#tell({ type: 'frame_sent', frame }),
        onDurable: (frames) => this.#tell({ type: 'durable', frames }),
        onNotice: (notice) => {
          if (notice.code === 'store_unavailable' || notice.code === 'disk_full')
            this.#tell({ type: 'store_failing', reason: notice.code });
          else if (notice.code !== 'update_gap' && notice.code !== 'update_read_only') this.#notice = notice;
          this.#publish();
        },
        onCrowd: (people) => {
          this.#crowd = people;
          this.#publish();
        },
        onLost: (reason) => this.#tell({ type: 'disconnected', reason }),
        onRefused: (reason: ErrorCode) => {
          this.#tell({ type: 'refused', reason });
          if (this.#doc.getXmlFragment(bodyField).length > 0) this.#show();
        },
      },
    });
    rescueWords(doc, {
      arrives: (origin) => origin === line.provider,
      meant: () => line.arriving && Y.decodeUpdate(line.arriving).ds,
      ownClients: this.#ownClients,
      present: () => awareness.getStates().keys(),
      mayWrite: () => this.#doc === doc && this.#state.role === 'write',
    });
    return line;
  }

  // Whose words these are and which history they belong to is settled here, before a single word is sent.
  #greet(hello: Hello, line: SyncLine): boolean {
    if (hello.userId !== this.#address.personId) {
      this.#tell({ type: 'refused', reason: 'session_expired' });
      line.close();
      return false;
    }
    if (this.#generation !== null && this.#generation !== hello.generation) {
      this.#startOver(hello);
      return false;
    }
    this.#tell({ type: 'role', role: hello.role });
    this.#rememberedRole = hello.role;
    if (this.#generation === null) {
      this.#generation = hello.generation;
      void this.#keepOnDevice(hello.generation);
    } else {
      void this.#remember().catch(() => undefined);
    }
    return true;
  }

  // The document's history was rebuilt: these words stay where they are, and the document is opened again from nothing.
  #startOver(hello: Hello): void {
    const doc = this.#doc;
    const copy = this.#copy;
    const pending = this.#state.changes.length;
    const name = copyName({ ...this.#address, generation: this.#generation ?? '' });
    this.#line.close();
    if (pending > 0) {
      const stranded = copy ? strandedOnDevice({ name, pending }) : strandedInMemory(doc, { name, pending });
      this.#stranded = [...this.#stranded, stranded];
    }
    void (async () => {
      await copy?.confirm(pending).catch(() => undefined);
      // Another tab of this person may have left words in the same copy.
      const elsewhere = await copy?.pendingElsewhere().catch(() => null);
      await copy?.close();
      if (pending === 0 && elsewhere === 0) await this.#shelf?.remove(name).catch(() => undefined);
      if (pending === 0 && elsewhere) this.#strand([...this.#stranded, strandedOnDevice({ name, pending: elsewhere })]);
      doc.destroy();
    })();
    this.#beginAnew();
    void this.#keepOnDevice(hello.generation);
    this.#line.connect(hello.generation);
  }

  /** An empty document in place of the one there was, whose line is yet to be connected. */
  #beginAnew(): void {
    this.#state = { ...initialSync, device: this.#shelf ? 'opening' : 'keeps_nothing', strandedCopies: this.#stranded.length };
    this.#doc = new Y.Doc();
    this.#awareness = new Awareness(this.#doc);
    this.#open = null;
    this.#copy = null;
    this.#kept = -1;
    this.#unread = 0;
    this.#leftAt = null;
    this.#generation = null;
    this.#line = this.#watch(this.#doc, this.#awareness);
    this.#publish();
  }

  async #keepOnDevice(generation: string): Promise<void> {
    const doc = this.#doc;
    this.#generation = generation;
    if (!this.#shelf) return;
    try {
      const name = copyName({ ...this.#address, generation });
      const copy = await LocalCopy.open(doc, { name, tab: this.#tab, onFailed: () => this.#tell({ type: 'device_failed' }) });
      if (this.#doc !== doc) return void copy.close();
      this.#copy = copy;
      this.#unread = 0;
      for (const client of copy.earlierClients) this.#ownClients.add(client);
      this.#tell({ type: 'device_opened', pending: copy.earlierPending });
      // Words that come to light while the line is up are asked for only by a new first step.
      if (copy.earlierPending > 0 && this.#line.provider.wsconnected) this.#line.check({ suspicious: true });
      await this.#remember();
      this.#keep();
    } catch {
      if (this.#doc !== doc) return;
      this.#tell({ type: 'device_failed', unread: this.#unread });
      if (this.#unread === 0) return;
      setTimeout(() => {
        if (this.#doc === doc && !this.#closed) void this.#keepOnDevice(generation);
      }, askAgain);
    }
  }

  // One confirmation at a time; each covers all edits made before it was asked for.
  #keep(): void {
    const copy = this.#copy;
    const pending = this.#state.changes.length;
    const upTo = this.#state.edited;
    const current = this.#state.written >= upTo && this.#kept === pending;
    if (!copy || this.#keeping || current || this.#state.device !== 'keeps') return;
    this.#keeping = true;
    copy
      .confirm(pending)
      .then(async () => {
        if (this.#copy !== copy) return;
        const told = this.#kept;
        this.#kept = pending;
        this.#tell({ type: 'written', upTo });
        if (told !== pending) await this.#remember();
      })
      .catch(() => {
        if (this.#copy === copy) this.#tell({ type: 'device_failed' });
      })
      .finally(() => {
        this.#keeping = false;
        this.#keep();
      });
  }

  async #remember(): Promise<void> {
    const { personId, documentId } = this.#address;
    const copy = this.#copy;
    const generation = this.#generation;
    if (!this.#shelf || !copy || generation === null) return;
    const elsewhere = await copy.pendingElsewhere();
    if (this.#copy !== copy) return;
    const pending = this.#state.changes.length + elsewhere;
    await this.#shelf.put({ personId, documentId, generation, may: this.#rememberedRole, pending });
  }

  #show(): void {
    if (this.#open) return;
    this.#open = { doc: this.#doc, awareness: this.#awareness };
    this.#tell({ type: 'text_ready' });
  }

  #strand(copies: readonly StrandedCopy[]): void {
    this.#stranded = copies;
    this.#tell({ type: 'stranded', copies: copies.length });
  }

  #tell(event: SyncEvent): void {
    const before = this.#state;
    this.#state = nextSync(before, event);
    if (this.#state === before && event.type !== 'stranded') return;
    // After the update event has reached y-indexeddb, whatever the order of its listeners.
    queueMicrotask(() => this.#keep());
    this.#publish();
  }

  #publish(): void {
    const next = this.#look();
    if (onlySettles(this.#snapshot, next)) {
      this.#settling ??= setTimeout(() => this.#put(this.#look()), breath);
      return;
    }
    this.#put(next);
  }

  #put(next: DocumentSnapshot): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#snapshot = next;
    for (const listener of this.#listeners) listener();
  }

  #look(): DocumentSnapshot {
    const { role } = this.#state;
    const may = role === 'unknown' ? this.#rememberedRole : role;
    const next = {
      open: this.#open,
      editable: may === 'write',
      status: statusOf(this.#state),
      stranded: this.#stranded,
      isWhole: this.#state.connection === 'synced',
      leftAt: this.#leftAt,
      crowd: this.#crowd,
      notice: this.#notice,
    };
    const last: DocumentSnapshot | undefined = this.#snapshot;
    return last !== undefined && sameBut(last, next) && sameStatus(last.status, next.status) ? last : next;
  }

  readonly #onNetwork = (): void => this.#line.check({ suspicious: true });

  readonly #onVisible = (): void => {
    if (document.visibilityState === 'visible') this.#line.check({ suspicious: false });
  };

  readonly #onLeaving = (event: BeforeUnloadEvent): void => {
    if (wouldLoseWords(this.#state)) event.preventDefault();
  };
}

/** Is all that changed how far words are that are on their way? Whatever is less than that is shown at once. */
function onlySettles(last: DocumentSnapshot, next: DocumentSnapshot): boolean {
  if (last === next || last.status.kind !== 'sending') return false;
  const { kind, reason } = next.status;
  return (kind === 'sending' || kind === 'saved') && sameBut(last, next) && last.status.reason === reason;
}

/** The same, whatever the status. */
function sameBut(one: DocumentSnapshot, other: DocumentSnapshot): boolean {
  return (
    one.open === other.open &&
    one.editable === other.editable &&
    one.stranded === other.stranded &&
    one.isWhole === other.isWhole &&
    one.leftAt === other.leftAt &&
    one.crowd === other.crowd &&
    one.notice === other.notice
  );
}

function sameStatus(one: SyncStatus, other: SyncStatus): boolean {
  return (
    one.kind === other.kind &&
    one.pending === other.pending &&
    one.onDevice === other.onDevice &&
    one.reason === other.reason &&
    one.deviceKeepsNothing === other.deviceKeepsNothing &&
    one.overHttp === other.overHttp
  );
}
