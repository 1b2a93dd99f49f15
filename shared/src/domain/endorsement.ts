// Endorsements and the transversal gate: a proposal is carried by all kinds of actors, each by a person and an institution, and says whom it
// serves, how it is measured and what it adds to open government. A second person of a kind adds weight, never a seat.
import * as z from 'zod/mini';
import { ActorKind, countedActorKinds } from './actor-kind.ts';
import type { FlexDate } from './flex-date.ts';
import { PersonId } from './ids.ts';

export const Endorsement = z.object({
  personId: PersonId,
  institution: z.string(),
  /** As what the person spoke when they first endorsed this proposal: one person is one kind, whatever changes later. */
  actorKind: ActorKind,
  at: z.number(),
});
export type Endorsement = z.infer<typeof Endorsement>;

export const SeatKind = z.enum(countedActorKinds);
export type SeatKind = z.infer<typeof SeatKind>;

/** The lab's own rule: which kinds have a seat, and how many seats must be filled. */
export const GateSettings = z.object({
  kinds: z.array(SeatKind),
  threshold: z.number(),
  /** Rises with each change; 0 while the lab keeps the rule it was born with. */
  version: z.number(),
});
export type GateSettings = z.infer<typeof GateSettings>;

export const defaultGate: GateSettings = { kinds: [...countedActorKinds], threshold: countedActorKinds.length, version: 0 };

/** At least one seat, each kind once, and no more asked for than there are. */
export function isGate({ kinds, threshold }: Pick<GateSettings, 'kinds' | 'threshold'>): boolean {
  return (
    kinds.length > 0 &&
    new Set(kinds).size === kinds.length &&
    Number.isInteger(threshold) &&
    threshold >= 1 &&
    threshold <= kinds.length
  );
}

export const measures = ['indicator', 'baseline', 'target', 'date'] as const;
export type Measure = (typeof measures)[number];

export const Checks = z.object({
  /** It says whom it serves. */
  impact: z.boolean(),
  /** It says what it adds to open government. */
  ogpValue: z.boolean(),
  /** What its measuring still lacks; measurable when nothing. */
  unmeasured: z.array(z.enum(measures)),
});
export type Checks = z.infer<typeof Checks>;

/** Words a section needs before it says anything: fewer are a title or a note to oneself. */
export const sectionWordMinimum = 5;

function saysSomething(text: string): boolean {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'ʼ’-]*/gu) ?? []).length >= sectionWordMinimum;
}

export function checksOf(proposal: {
  users: string;
  ogpValue: string;
  fields: { readonly indicator: string; readonly baseline: string; readonly target: string; readonly date: FlexDate | null };
}): Checks {
  const { users, ogpValue, fields } = proposal;
  // "As soon as possible" is no date anybody can be held to.
  const filled = { ...fields, date: fields.date?.start ?? '' };
  return {
    impact: saysSomething(users),
    ogpValue: saysSomething(ogpValue),
    unmeasured: measures.filter((measure) => filled[measure].trim() === ''),
  };
}

export interface Seat {
  readonly kind: SeatKind;
  /** Who fills it, the first first; those after add weight. */
  readonly endorsements: readonly Endorsement[];
}

export interface Gate {
  readonly seats: readonly Seat[];
  readonly filled: number;
  readonly threshold: number;
  /** Kinds whose seat is empty. */
  readonly missing: readonly SeatKind[];
  /** Endorsements of kinds that have no seat: welcome, and not counted. */
  readonly beside: readonly Endorsement[];
  readonly checks: Checks;
  readonly fulfilled: boolean;
}

export function gateOf(
  endorsements: readonly Endorsement[],
  { settings, checks }: { settings: GateSettings; checks: Checks },
): Gate {
  const inOrder = [...endorsements].sort((one, other) => one.at - other.at);
  const seats = settings.kinds.map((kind) => ({ kind, endorsements: inOrder.filter(({ actorKind }) => actorKind === kind) }));
  const missing = seats.filter((seat) => seat.endorsements.length === 0).map(({ kind }) => kind);
  const filled = seats.length - missing.length;
  const { threshold } = settings;
  return {
    seats,
    filled,
    threshold,
    missing,
    beside: inOrder.filter(({ actorKind }) => !settings.kinds.some((kind) => kind === actorKind)),
    checks,
    fulfilled: filled >= threshold && checks.impact && checks.ogpValue && checks.unmeasured.length === 0,
  };
}
