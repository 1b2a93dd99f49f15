// What the server tells of itself in Prometheus' format: counted where it happens, read at /metrics.
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { RealtimeMetrics } from '../realtime/ports.ts';

export interface Metrics {
  readonly realtime: RealtimeMetrics;
  readonly backups: BackupMetrics;
  /** The line to the other nodes, of a server that has any, carries or does not. */
  readonly line: (isUp: boolean) => void;
  readonly contentType: string;
  text(): Promise<string>;
}

/** The backups the server takes by itself. */
export interface BackupMetrics {
  /** The newest whole one: milliseconds since 1970 of its moment, and its size. */
  known(takenAt: number, bytes: number): void;
  took(milliseconds: number): void;
  failed(): void;
}

/** Seconds; a commit on a quiet SSD takes about one millisecond, a spinning disk ten to fifty. */
const commitBuckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // Brings the delay of the event loop (nodejs_eventloop_lag_*), memory and CPU.
  collectDefaultMetrics({ register: registry });
  const connections = new Gauge({ name: 'cocrea_connections', help: 'Open sync connections', registers });
  const rooms = new Gauge({ name: 'cocrea_rooms', help: 'Documents in memory', registers });
  const received = new Counter({ name: 'cocrea_updates_received_total', help: 'Update frames that arrived', registers });
  const acknowledged = new Counter({
    name: 'cocrea_updates_acknowledged_total',
    help: 'Update frames told durable to their author',
    registers,
  });
  const relayed = new Counter({
    name: 'cocrea_updates_relayed_total',
    help: 'Frames of text sent to others, one for each recipient',
    registers,
  });
  const refused = new Counter({
    name: 'cocrea_refused_total',
    help: 'Frames, updates and connections refused, by reason',
    labelNames: ['reason'],
    registers,
  });
  const commit = new Histogram({
    name: 'cocrea_commit_seconds',
    help: 'Time of one commit of the text, from handing it over to its being on disk',
    buckets: commitBuckets,
    registers,
  });
  const commitRooms = new Counter({ name: 'cocrea_commit_rooms_total', help: 'Rooms written, one for each commit', registers });
  const commitUpdates = new Counter({ name: 'cocrea_commit_updates_total', help: 'Updates written', registers });
  const commitFailed = new Counter({
    name: 'cocrea_commit_failed_total',
    help: 'Commits that failed, by reason; nothing of them was acknowledged',
    labelNames: ['reason'],
    registers,
  });
  const backupAt = new Gauge({
    name: 'cocrea_backup_timestamp_seconds',
    help: 'The moment the newest whole scheduled backup is of, in seconds since 1970; 0 for none',
    registers,
  });
  const backupBytes = new Gauge({ name: 'cocrea_backup_bytes', help: 'Size of the newest scheduled backup', registers });
  const backupSeconds = new Gauge({
    name: 'cocrea_backup_seconds',
    help: 'How long the newest scheduled backup took',
    registers,
  });
  const backupFailed = new Counter({ name: 'cocrea_backup_failed_total', help: 'Scheduled backups that failed', registers });
  let lineUp: Gauge | null = null;
  return {
    line: (isUp) => {
      // Only where there are other nodes: of a server that is alone a 0 would say that something is wrong.
      lineUp ??= new Gauge({ name: 'cocrea_nodes_line_up', help: '1 while the line to the other nodes carries', registers });
      lineUp.set(isUp ? 1 : 0);
    },
    backups: {
      known: (takenAt, bytes) => {
        backupAt.set(takenAt / 1000);
        backupBytes.set(bytes);
      },
      took: (milliseconds) => backupSeconds.set(milliseconds / 1000),
      failed: () => backupFailed.inc(),
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
    realtime: {
      connections: (change) => connections.inc(change),
      rooms: (change) => rooms.inc(change),
      received: () => received.inc(),
      refused: (reason) => refused.inc({ reason }),
      acknowledged: (frames) => acknowledged.inc(frames),
      relayed: (recipients) => relayed.inc(recipients),
      committed: ({ milliseconds, rooms: written, updates }) => {
        commit.observe(milliseconds / 1000);
        commitRooms.inc(written);
        commitUpdates.inc(updates);
      },
      commitFailed: (reason) => commitFailed.inc({ reason }),
    },
  };
}
