// Who sits at a sub-table: people who joined it, people on paper without a phone, and the circles of five they split into.
import * as z from 'zod/mini';
import { ActorKind } from './actor-kind.ts';
import { PersonId, Uuid } from './ids.ts';
import type { Role } from './role.ts';
import { circles } from './table-session.ts';

/** The number of a circle; null for somebody who is in none. */
export const Circle = z.nullable(z.literal(circles));
export type Circle = z.infer<typeof Circle>;

/** Parts that take a seat at a table; whoever conducts it, takes its notes or watches needs none. */
export const seatedRoles: readonly Role[] = ['participant', 'civil_org'];

/** Somebody who joined this table and has a phone or a laptop. Whether it is open now the feed's `here` says. */
export const TablePerson = z.object({
  personId: PersonId,
  name: z.string(),
  institution: z.nullable(z.string()),
  actorKind: ActorKind,
  circle: Circle,
});
export type TablePerson = z.infer<typeof TablePerson>;

/** Somebody without a phone, written down by hand. */
export const PaperSeat = z.object({
  id: Uuid,
  name: z.string(),
  institution: z.nullable(z.string()),
  actorKind: ActorKind,
  circle: Circle,
});
export type PaperSeat = z.infer<typeof PaperSeat>;

export const TablePeople = z.object({ people: z.array(TablePerson), paper: z.array(PaperSeat) });
export type TablePeople = z.infer<typeof TablePeople>;

/** A number from 0 up to 1, the next of a row that its seed alone decides (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Deals everybody into the circles at random. The same ids and seed give the same circles, in whatever order the ids come; the sizes of
 * two circles differ by at most one.
 */
export function dealCircles(ids: readonly string[], seed: number): ReadonlyMap<string, Circle> {
  const next = numbersFrom(seed);
  const dealt = [...new Set(ids)].sort();
  for (let last = dealt.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [dealt[last], dealt[other]] = [dealt[other] as string, dealt[last] as string];
  }
  return new Map(dealt.map((id, place) => [id, circles[place % circles.length] ?? null]));
}
