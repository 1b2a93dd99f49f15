// Where a person's words are: one pure machine from what the wire and the device report to the one status the screen shows.
// It never says "saved" unless the server said so for everything typed, and never "on this device" unless the device confirmed it.
import type { ErrorCode } from '@cocrea/shared/errors.ts';
import type { Way } from './ways.ts';

/** What the screen says; the words of each are in i18n `editor.status`. */
export const statusKinds = [
  'loading',
  'saved',
  'offline',
  'sending',
  'on_device',
  'unsaved',
  'server_unsaved',
  'read_only',
  'no_permission',
  'other_generation',
] as const;
export type StatusKind = (typeof statusKinds)[number];

export interface SyncStatus {
  readonly kind: StatusKind;
  /** Changes the server has not confirmed. */
  readonly pending: number;
  /** Everything pending is on this device; false also where the device cannot keep anything. */
  readonly onDevice: boolean;
  /** The failure behind the status, where there is one; its sentence is in i18n `errors`. */
  readonly reason: ErrorCode | null;
  /** This browser keeps nothing for later (private window, storage blocked or full). */
  readonly deviceKeepsNothing: boolean;
  /** The network here lets no socket through: all goes over HTTP, and is heard a little later. */
  readonly overHttp: boolean;
}

/**
 * What is known. Local edits are numbered 1, 2, 3 … in the order they were made (`edited`); each number below says "everything up to
 * here". Edits less than `burst` apart are one change to a person, so `changes` lists the last edit of each unconfirmed change.
 */
export interface SyncState {
  readonly text: 'loading' | 'ready';
  /** `connecting` only until the first attempt ends: later attempts stay `offline` until they succeed, so that the screen does not flicker. */
  readonly connection: 'connecting' | 'offline' | 'synced';
  /** The way of the last connection that came about. */
  readonly way: Way;
  readonly role: 'unknown' | 'write' | 'read' | 'refused';
  readonly reason: ErrorCode | null;
  readonly device: 'opening' | 'keeps' | 'keeps_nothing';
  /** Changes known to be on the device, in a copy it did not give: neither shown nor sent yet. */
  readonly unread: number;
  readonly edited: number;
  readonly editedAt: number;
  readonly changes: readonly number[];
  /** Everything up to this edit is on the device. */
  readonly written: number;
  /** Everything up to this edit is on the server's disk. */
  readonly durable: number;
  /**
   * For each frame sent on this connection, in order: up to which edit the server has everything once it is settled; `whole` when a full
   * answer went before it or is it, so that the server then lacks nothing this document holds.
   */
  readonly frames: readonly { readonly no: number; readonly upTo: number; readonly whole: boolean }[];
  readonly framesSent: number;
  /** A full answer (step 2) went out on this connection, so a later frame leaves no gap. */
  readonly answered: boolean;
  /** The server settled such a frame on this connection: also words of this device that nobody counted are on its disk. */
  readonly confirmed: boolean;
  /** The server said it cannot write at the moment. */
  readonly storeFailing: boolean;
  /** A local copy of another generation holds words the server never had. */
  readonly strandedCopies: number;
}

/** Refusals that are about who one is and what one may; any other lasting refusal is about the words themselves. */
const aboutPermission: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unauthenticated',
  'session_expired',
  'forbidden',
  'removed_from_lab',
  'not_found',
  'document_not_found',
  'document_not_open',
]);

/** Milliseconds between edits within which they count as one change. */
export const burst = 1000;

export type SyncEvent =
  | { readonly type: 'text_ready' }
  /** The device's copy was read; `pending` changes of an earlier visit were never confirmed. */
  | { readonly type: 'device_opened'; readonly pending: number }
  /** The device keeps nothing now; `unread` changes of an earlier visit are known to be in a copy that it did not give. */
  | { readonly type: 'device_failed'; readonly unread?: number }
  /** A local edit; `at` in milliseconds of any steady clock. */
  | { readonly type: 'edited'; readonly at: number }
  /** The device wrote everything up to this edit. */
  | { readonly type: 'written'; readonly upTo: number }
  | { readonly type: 'connecting' }
  | { readonly type: 'synced'; readonly way?: Way }
  | { readonly type: 'disconnected'; readonly reason: ErrorCode | null }
  | { readonly type: 'role'; readonly role: 'write' | 'read' }
  | { readonly type: 'refused'; readonly reason: ErrorCode }
  /** A sync frame left: an update, or the full answer to a step 1. */
  | { readonly type: 'frame_sent'; readonly frame: 'update' | 'answer' }
  /** The server settled the first `frames` frames of this connection, all durable. */
  | { readonly type: 'durable'; readonly frames: number }
  | { readonly type: 'store_failing'; readonly reason: ErrorCode }
  | { readonly type: 'stranded'; readonly copies: number };

export const initialSync: SyncState = {
  text: 'loading',
  connection: 'connecting',
  way: 'socket',
  role: 'unknown',
  reason: null,
  device: 'opening',
  unread: 0,
  edited: 0,
  editedAt: Number.NEGATIVE_INFINITY,
  changes: [],
  written: 0,
  durable: 0,
  frames: [],
  framesSent: 0,
  answered: false,
  confirmed: false,
  storeFailing: false,
  strandedCopies: 0,
};

const newConnection = { frames: [], framesSent: 0, answered: false, confirmed: false } as const;

/** The state after an event. Pure; the same object where nothing changed. */
export function nextSync(state: SyncState, event: SyncEvent): SyncState {
  switch (event.type) {
    case 'text_ready':
      return state.text === 'ready' ? state : { ...state, text: 'ready' };
    case 'device_opened': {
      if (event.pending === 0) return { ...state, device: 'keeps', unread: 0 };
      // Changes of an earlier visit come before everything of this one, as edits that are already written.
      const earlier = Array.from({ length: event.pending }, (_, index) => index + 1);
      const later = state.changes.map((edit) => edit + event.pending);
      return {
        ...state,
        device: 'keeps',
        unread: 0,
        edited: state.edited + event.pending,
        changes: [...earlier, ...later],
        written: event.pending,
        frames: state.frames.map(({ no }) => ({ no, upTo: 0, whole: false })),
        answered: false,
        confirmed: false,
      };
    }
    case 'device_failed':
      return { ...state, device: 'keeps_nothing', written: 0, unread: event.unread ?? state.unread };
    case 'edited': {
      const edited = state.edited + 1;
      const last = state.changes.at(-1);
      const continues = last === state.edited && last > state.durable && event.at - state.editedAt < burst;
      const changes = continues ? [...state.changes.slice(0, -1), edited] : [...state.changes, edited];
      return { ...state, edited, editedAt: event.at, changes };
    }
    case 'written':
      return event.upTo <= state.written || state.device !== 'keeps' ? state : { ...state, written: event.upTo };
    case 'connecting':
      return { ...state, ...newConnection, connection: state.connection === 'connecting' ? 'connecting' : 'offline' };
    case 'synced':
      return {
        ...state,
        connection: 'synced',
        way: event.way ?? 'socket',
        text: 'ready',
        reason: state.storeFailing ? state.reason : null,
      };
    case 'disconnected':
      return { ...state, ...newConnection, connection: 'offline', storeFailing: false, reason: event.reason };
    case 'role':
      return { ...state, role: event.role, reason: null };
    case 'refused':
      return { ...state, ...newConnection, connection: 'offline', role: 'refused', reason: event.reason };
    case 'frame_sent': {
      const no = state.framesSent + 1;
      const answered = state.answered || event.frame === 'answer';
      const frame = { no, upTo: answered ? state.edited : 0, whole: answered };
      return { ...state, framesSent: no, answered, frames: [...state.frames, frame] };
    }
    case 'durable': {
      const settled = state.frames.filter(({ no }) => no <= event.frames);
      if (settled.length === 0) return state;
      const durable = Math.max(state.durable, ...settled.map(({ upTo }) => upTo));
      return {
        ...state,
        durable,
        confirmed: state.confirmed || settled.some(({ whole }) => whole),
        changes: state.changes.filter((edit) => edit > durable),
        frames: state.frames.filter(({ no }) => no > event.frames),
        storeFailing: false,
        reason: null,
      };
    }
    case 'store_failing':
      return state.storeFailing ? state : { ...state, storeFailing: true, reason: event.reason };
    case 'stranded':
      return { ...state, strandedCopies: event.copies };
  }
}

/** Is everything typed on this device? */
export function isOnDevice(state: SyncState): boolean {
  return state.device === 'keeps' && state.written >= state.edited;
}

/** Would closing the tab now lose words? Only what is neither on the server nor on the device. */
export function wouldLoseWords(state: SyncState): boolean {
  return state.changes.length > 0 && !isOnDevice(state);
}

/** The one status of a state. */
export function statusOf(state: SyncState): SyncStatus {
  return {
    kind: kindOf(state),
    pending: state.changes.length + state.unread,
    onDevice: isOnDevice(state),
    reason: state.reason,
    deviceKeepsNothing: state.device === 'keeps_nothing',
    overHttp: state.connection === 'synced' && state.way === 'http',
  };
}

function kindOf(state: SyncState): StatusKind {
  if (state.role === 'refused')
    return state.reason === null || aboutPermission.has(state.reason) ? 'no_permission' : 'server_unsaved';
  if (state.strandedCopies > 0) return 'other_generation';
  // A text that is neither on this device nor to be had from the server: whoever waits is told why.
  if (state.text === 'loading') {
    if (state.connection !== 'offline') return 'loading';
    return state.unread > 0 ? 'on_device' : 'offline';
  }
  if (state.role === 'read') return 'read_only';
  if (state.changes.length === 0) {
    if (state.connection === 'synced') return state.confirmed && state.unread === 0 ? 'saved' : 'sending';
    if (state.unread > 0) return 'on_device';
    return state.connection === 'connecting' ? 'loading' : 'offline';
  }
  if (state.storeFailing) return 'server_unsaved';
  if (state.connection === 'synced') return 'sending';
  return isOnDevice(state) ? 'on_device' : 'unsaved';
}
