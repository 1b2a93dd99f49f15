// What is measured, behind one face: a bare relay, two other servers of Yjs documents, and ours with everything on.
import type { Meter } from './meter.ts';
import type { Entrance, Hearing, Wire } from './wire.ts';

export const targetNames = ['raw', 'y-websocket', 'hocuspocus', 'cocrea'] as const;
export type TargetName = (typeof targetNames)[number];

/** Where the API is, and the data behind it. */
export interface Api {
  readonly url: string;
  readonly dataDir: string;
}

export interface Target extends AsyncDisposable {
  readonly name: TargetName;
  /** Null for those that have none. */
  readonly api: Api | null;
  /** Whether a document outlives the process. */
  readonly keeps: boolean;
  meter(): Meter;
  /** A new, empty document. */
  newDocument(): Promise<string>;
  /** Where one comes in. */
  entrance(documentId: string): Entrance;
  connect(documentId: string, hearing?: Hearing): Promise<Wire>;
  /** Resolves when everything of a document that was left is in the place it is opened from. */
  settled(documentId: string): Promise<void>;
  /** Bytes on disk of a document: what opening it reads, and with all its history. */
  disk(documentId: string): { readonly live: number; readonly whole: number };
  /** SIGKILL and a new start on the same data, then a visit to another document: the program has run before, the documents are cold. */
  killAndRestart(): Promise<void>;
}

export interface Start {
  /** Runs it pinned to a core: `['taskset', '-c', '1']`. */
  readonly under: readonly string[];
  /** A data folder that exists, for the real server. */
  readonly dataDir?: string;
}
