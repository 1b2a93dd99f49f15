// Looks out for somebody deleting most of a text. What a person deletes is counted as it is committed, by the numbers of the updates alone; where
// that could be most of the text, the text itself is asked, in a thread. What was counted is forgotten when the server stops: a deletion half
// done before a restart is one half after it. What was found is in the records, and found once.
import type { MassDeletionRule } from '@cocrea/shared/domain/mass-deletion.ts';
import type { CommittedText, RoomWatch } from '../realtime/ports.ts';
import type { HistoryLimits } from './limits.ts';
import type { HistoryDesk } from './ports.ts';
import { countOf, RecentDeletions } from './recent-deletions.ts';
import { keepMassDeletion, openDeletion } from './mass-deletion-record.ts';

/** Milliseconds after a deletion before the text is asked: who cuts to paste elsewhere, or makes a list of it, has done so by then. */
const pause = 1_500;
/** Milliseconds the end of the server waits for what is being looked at. */
const farewell = 3_000;
/** People and texts looked after at once before those who stopped are forgotten. */
const many = 512;

export interface DeletionWatchParts {
  readonly rooms: Pick<RoomWatch, 'onTextCommitted'>;
  readonly limits: HistoryLimits;
  readonly log: { error(facts: object, sentence: string): void };
}

interface Watched {
  readonly documentId: string;
  readonly personId: string;
  readonly recent: RecentDeletions;
  /** Everything more of theirs belongs to what was told, until they have let be for as long. */
  toldUntil: number;
  timer: NodeJS.Timeout | null;
  isAsking: boolean;
}

export function createDeletionWatch(desk: HistoryDesk, { rooms, limits, log }: DeletionWatchParts): { close(): Promise<void> } {
  const window = limits.massDeletionSeconds * 1_000;
  const rule: MassDeletionRule = { percent: limits.massDeletionPercent, least: limits.massDeletionLeast };
  const watched = new Map<string, Watched>();
  /** So many characters a text has at least: what it had when it was last read, less all that was deleted since. */
  const atLeast = new Map<string, number>();
  const asking = new Set<Promise<void>>();
  let closed = false;

  const stop = rooms.onTextCommitted(({ documentId, seq, at, deleted }: CommittedText) => {
    if (closed) return;
    for (const { userId, ranges } of deleted) {
      const known = atLeast.get(documentId);
      if (known !== undefined) atLeast.set(documentId, Math.max(0, known - countOf(ranges)));
      const one = watching(documentId, userId);
      one.recent.add({ seq, at, ranges });
      if (at <= one.toldUntil || couldBe(one)) askSoon(one);
    }
    if (watched.size > many) forgetThoseWhoStopped(at);
  });

  function watching(documentId: string, personId: string): Watched {
    const key = `${documentId} ${personId}`;
    let one = watched.get(key);
    if (one === undefined) {
      one = { documentId, personId, recent: new RecentDeletions(window), toldUntil: 0, timer: null, isAsking: false };
      watched.set(key, one);
    }
    return one;
  }

  /** What they deleted is in the count of what is left: together they are no more than what there was. */
  function couldBe({ documentId, recent: { count } }: Watched): boolean {
    return count >= rule.least && count * 100 > (atLeast.get(documentId) ?? 0) * rule.percent;
  }

  function askSoon(one: Watched): void {
    if (one.timer !== null || one.isAsking) return;
    one.timer = setTimeout(() => askNow(one), pause);
    one.timer.unref();
  }

  function askNow(one: Watched): void {
    if (one.timer !== null) clearTimeout(one.timer);
    one.timer = null;
    one.isAsking = true;
    const asked = ask(one)
      .catch((error: unknown) => {
        log.error({ err: error, documentId: one.documentId }, 'It could not be looked whether most of a text was deleted.');
      })
      .finally(() => {
        one.isAsking = false;
        asking.delete(asked);
      });
    asking.add(asked);
  }

  async function ask(one: Watched): Promise<void> {
    const { documentId, personId, recent } = one;
    const now = recent.now();
    const subject = await desk.documents.of(documentId);
    // A fork is its writer's own.
    if (now === null || subject === null) return;
    const open = await openDeletion(desk, { documentId, personId, since: now.at - window });
    const kept = await keepMassDeletion(desk, { labId: subject.labId, documentId, personId, now, open, rule });
    atLeast.set(documentId, Math.min(kept.left, kept.characters));
    if (atLeast.size > many) for (const oldest of atLeast.keys()) if (atLeast.delete(oldest)) break;
    if (!kept.isTold) return;
    recent.forgetUpTo(now.until);
    one.toldUntil = now.at + window;
    if (!recent.isEmpty && !closed) askSoon(one);
  }

  function forgetThoseWhoStopped(at: number): void {
    for (const [key, one] of watched) {
      one.recent.forgetBefore(at - window);
      if (one.recent.isEmpty && one.timer === null && !one.isAsking && one.toldUntil < at) watched.delete(key);
    }
  }

  return {
    close: async () => {
      closed = true;
      stop();
      for (const one of watched.values()) if (one.timer !== null) askNow(one);
      await Promise.race([Promise.all(asking), new Promise((resolve) => setTimeout(resolve, farewell).unref())]);
    },
  };
}
