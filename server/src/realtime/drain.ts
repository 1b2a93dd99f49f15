// The end of an engine: nothing new comes in, what was accepted is committed and acknowledged, everybody is told to come back later.
import type { Census } from './census.ts';
import type { GroupCommit } from './commit.ts';
import type { Compaction } from './compaction.ts';
import type { Gateway } from './gateway.ts';
import type { RealtimeLog } from './ports.ts';
import type { Rooms } from './rooms.ts';
import type { RealtimeTiming } from './timing.ts';

export interface Draining {
  readonly gateway: Gateway;
  readonly census: Census;
  readonly commit: GroupCommit;
  readonly compaction: Compaction;
  readonly rooms: Rooms;
  readonly timing: Pick<RealtimeTiming, 'drainFlush' | 'drainClose'>;
  readonly log: RealtimeLog;
}

/** Resolves when every connection is gone, at the latest after `drainFlush + drainClose` milliseconds. */
export async function drain({ gateway, census, commit, compaction, rooms, timing, log }: Draining): Promise<void> {
  gateway.close();
  compaction.stop();
  // What is not read now is not acknowledged, so its client sends it again after the restart.
  for (const { connection } of census.all()) connection.pause('draining');
  if (!(await within(timing.drainFlush, commit.idle()))) {
    log.error(
      { pendingBytes: commit.pendingBytes },
      'The store did not take all that was accepted; none of that was acknowledged.',
    );
  }
  commit.stop();
  const closed = [...census.all()].map(
    ({ connection }) => new Promise<void>((resolve) => connection.line.once('close', () => resolve())),
  );
  rooms.close();
  for (const { connection } of census.all()) connection.end('restarting');
  if (await within(timing.drainClose, Promise.all(closed))) return;
  for (const { connection } of census.all()) connection.line.terminate();
  await Promise.all(closed);
}

/** Whether something ended within so many milliseconds. */
async function within(milliseconds: number, what: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = await Promise.race([what.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
