// Decides what becomes of an update before anybody else sees it: new, nothing new, a gap, or refused. Reads bytes, builds no Y.Doc.
import { AppError } from '@cocrea/shared/errors.ts';
import * as Y from 'yjs';
import { integrableSections } from './update/integrable.ts';
import { cutUpdate } from './update/join-updates.ts';
import type { RangeIndex } from './update/range-index.ts';
import { type ReadLimits, type ReadUpdate, readUpdate } from './update/read-update.ts';
import type { Section, UpdateParts } from './update/update-parts.ts';

/** What a room knows, with what it accepted and has not yet committed. */
export interface Knowledge {
  /** The next clock of a client: 0 for one never seen. */
  clockOf(client: number): number;
  /** The only user who may write under a clientID; undefined while it is nobody's. */
  ownerOf(client: number): string | undefined;
  /** Deletions already in the log, where they are indexed: null takes every deletion for new. */
  readonly deleted: RangeIndex | null;
}

export interface Case {
  readonly known: Knowledge;
  readonly userId: string;
  readonly limits: ReadLimits;
  /**
   * True for a `step two`, which says all its client has: what can be integrated of it is taken even when some cannot (a stock
   * client also sends what it could not integrate itself). An `update` is taken whole or not at all.
   */
  readonly complete: boolean;
}

export type Judgement =
  /** `update` holds only what is new and follows on what is known. Its bytes are those given when nothing had to be cut. */
  | { readonly kind: 'new'; readonly update: UpdateParts; readonly gap: boolean }
  | { readonly kind: 'nothing'; readonly gap: boolean }
  /** Leans on something unknown: nothing of it is taken, its client should be asked for all it has. */
  | { readonly kind: 'gap' };

/** Judges an update. Throws the AppError with which it is refused: malformed, too many structs, too far ahead, foreign author. */
export function judge(bytes: Uint8Array, { known, userId, limits, complete }: Case): Judgement {
  const knownClock = (client: number): number => known.clockOf(client);
  let read = readUpdate(bytes, { known: knownClock, limits });
  for (const client of read.claims) {
    const owner = known.ownerOf(client);
    if (owner !== undefined && owner !== userId) throw new AppError('update_foreign_author');
  }
  if (read.straddles) read = readUpdate(cutInside(read, knownClock), { known: knownClock, limits });

  const sections = integrableSections(read);
  const reached = reachedDeletes(read.deletes, sections, knownClock);
  const gap = read.gap || sections !== read.sections || reached !== read.deletes;
  if (gap && !complete) return { kind: 'gap' };

  const deletes = known.deleted === null ? reached : known.deleted.missing(reached);
  if (sections.length === 0 && deletes.length === 0) return { kind: 'nothing', gap };
  if (read.whole && !gap && deletes === read.deletes) return { kind: 'new', update: read, gap };
  return { kind: 'new', update: cutUpdate(read.bytes, { sections, deletes }), gap };
}

/** Lets Yjs split the structs of which the room has the first part. Rare: a client resends a run that it has typed on since. */
function cutInside(read: ReadUpdate, knownClock: (client: number) => number): Uint8Array {
  const state = new Map(read.sections.map(({ client }) => [client, knownClock(client)]));
  return Y.diffUpdate(read.bytes, Y.encodeStateVector(state));
}

/** The deletions of what is known or comes with this update; the same array when that is all of them. */
function reachedDeletes(
  deletes: readonly number[],
  sections: readonly Section[],
  knownClock: (client: number) => number,
): readonly number[] {
  if (deletes.length === 0) return deletes;
  const ends = sections.length > 8 ? new Map(sections.map(({ client, end }) => [client, end])) : null;
  const endOf = (client: number): number =>
    (ends === null ? sections.find((section) => section.client === client)?.end : ends.get(client)) ?? knownClock(client);
  const reached: number[] = [];
  let lastClient = -1;
  let lastEnd = 0;
  for (let i = 0; i < deletes.length; i += 3) {
    const client = deletes[i] as number;
    const clock = deletes[i + 1] as number;
    const length = deletes[i + 2] as number;
    if (client !== lastClient) {
      lastClient = client;
      lastEnd = endOf(client);
    }
    const within = Math.min(length, lastEnd - clock);
    if (within > 0) reached.push(client, clock, within);
  }
  return sameTriples(reached, deletes) ? deletes : reached;
}

function sameTriples(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, i) => number === b[i]);
}
