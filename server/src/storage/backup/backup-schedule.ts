// Backups the server takes by itself: one when the newest is old enough, also across restarts; old ones are dropped only after a new one is
// whole. What came of each is told to whoever runs the server, and a failed one is tried again soon.
import { join } from 'node:path';
import { backupName, dropOldBackups, keptBackups } from './kept-backups.ts';
import type { BackupManifest } from './manifest.ts';

export interface BackupSettings {
  readonly folder: string;
  readonly hours: number;
  readonly keep: number;
}

export interface BackupOutcome {
  /** Milliseconds since 1970 of the moment it is of, its size and how long it took. */
  readonly takenAt: number;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly folder: string;
}

export interface BackupPorts {
  /** Takes one into a folder that is still to be made. */
  readonly take: (folder: string, stop: AbortSignal) => Promise<BackupManifest>;
  readonly now: () => number;
  /** Calls `work` after so many milliseconds; returns how not to. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  /** Hears of the newest one there is when the schedule begins, and of each one taken. */
  readonly onKnown: (takenAt: number, bytes: number) => void;
  readonly onTaken: (outcome: BackupOutcome) => void;
  readonly onFailed: (error: unknown) => void;
}

export interface BackupSchedule {
  /** Takes no more; one that is being taken is given up. */
  close(): Promise<void>;
}

const hour = 3_600_000;
/** After a failure it is tried again in so many milliseconds, where the schedule itself is not sooner. */
const soon = 15 * 60_000;

export function startBackups({ folder, hours, keep }: BackupSettings, ports: BackupPorts): BackupSchedule {
  const { take, now, after, onKnown, onTaken, onFailed } = ports;
  const stop = new AbortController();
  let cancel: () => void = () => undefined;
  let running: Promise<void> = Promise.resolve();

  const wait = (milliseconds: number): void => {
    if (stop.signal.aborted) return;
    cancel = after(Math.max(0, milliseconds), () => {
      running = backUp();
    });
  };
  async function backUp(): Promise<void> {
    const begin = now();
    const target = join(folder, backupName(begin));
    try {
      // What a killed server left makes room; where it cannot be removed, there may be room all the same.
      await dropOldBackups(folder, keep).catch(() => undefined);
      const manifest = await take(target, stop.signal);
      const takenAt = Date.parse(manifest.takenAt);
      const { bytes } = manifest.database;
      onKnown(takenAt, bytes);
      onTaken({ takenAt, bytes, milliseconds: now() - begin, folder: target });
      wait(takenAt + hours * hour - now());
    } catch (error) {
      if (stop.signal.aborted) return;
      onFailed(error);
      return wait(Math.min(soon, hours * hour));
    }
    // Told too, but no reason to take another: a folder that nothing can be removed from would fill up the sooner.
    await dropOldBackups(folder, keep).catch(onFailed);
  }
  async function begin(): Promise<void> {
    try {
      const [newest] = await keptBackups(folder);
      if (newest === undefined) return wait(0);
      const takenAt = Date.parse(newest.manifest.takenAt);
      onKnown(takenAt, newest.manifest.database.bytes);
      wait(takenAt + hours * hour - now());
    } catch (error) {
      onFailed(error);
      wait(soon);
    }
  }
  running = begin();
  return {
    close: async () => {
      stop.abort(new Error('the server is ending'));
      cancel();
      await running;
    },
  };
}
