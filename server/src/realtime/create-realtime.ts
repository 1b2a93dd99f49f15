// The realtime engine as the rest of the server sees it: give it the ports, hand it upgrades, drain it at the end.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DocumentStore } from '../storage/document-store.ts';
import type { RealtimeLimits } from './limits.ts';
import type { Bus, DocumentReader, RealtimeLog, RealtimeMetrics, RoomAccess, RoomWatch } from './ports.ts';
import type { RealtimeTiming } from './timing.ts';

export interface RealtimeOptions {
  readonly store: DocumentStore;
  readonly access: RoomAccess;
  readonly reader: DocumentReader;
  readonly bus: Bus;
  readonly limits: RealtimeLimits;
  readonly metrics: RealtimeMetrics;
  readonly log: RealtimeLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether an upgrade may come from its `Origin`; one without that header is no browser. */
  readonly originAllowed: (request: IncomingMessage) => boolean;
  /** Whose connections are counted together; the peer's address unless told otherwise (behind a trusted proxy). */
  readonly addressOf?: (request: IncomingMessage) => string;
  readonly timing?: Partial<RealtimeTiming>;
}

export interface Realtime extends RoomWatch {
  /** Takes an upgrade of an HTTP server for `/sync/<documentId>`; answers every other path 404. Never throws. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Stops accepting, commits what was accepted, tells every client "restarting" and resolves when all are gone: under 10 s. */
  drain(): Promise<void>;
  stats(): RealtimeStats;
}

export interface RealtimeStats {
  readonly connections: number;
  readonly rooms: number;
  /** Bytes of text accepted and not yet committed. */
  readonly pendingBytes: number;
  readonly draining: boolean;
}

/** Builds an engine. It holds no timer and no room until the first upgrade. */
export function createRealtime(options: RealtimeOptions): Realtime {
  void options;
  throw new Error('not joined yet');
}
