// What a lab may be born with at its tables: sessions somebody opened, who sits there, what was contributed, clustered and weighed.
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { AgreementLevel, ContributionMark, ContributionWay } from '@cocrea/shared/domain/contribution.ts';
import type { Circle } from '@cocrea/shared/domain/table-people.ts';
import type { Phase } from '@cocrea/shared/domain/table-session.ts';

/** Who said it, what, and how it came where not from their own phone. */
export type FoundingContribution = readonly [authorId: string, text: string, way?: ContributionWay];

export interface FoundingCluster {
  readonly question: number;
  readonly agreement: AgreementLevel | null;
  readonly minorityView?: string;
  /** Of its first contribution. */
  readonly marks: readonly ContributionMark[];
  /** Counted by raised hands when the table prioritised. */
  readonly dots?: number;
  readonly plenary?: boolean;
  /** Validated unless it says otherwise. */
  readonly validated?: boolean;
  readonly contributions: readonly FoundingContribution[];
}

interface FoundingSeat {
  readonly id: string;
  readonly circle: Circle;
  /** Absent for people of the lab, whose id it is. */
  readonly paper?: { readonly name: string; readonly institution: string | null; readonly actorKind: ActorKind };
}

export interface FoundingTable {
  readonly subTableId: string;
  readonly noteTakerId: string;
  readonly phase: Phase;
  /** What its clock has left at the founding; null without one. */
  readonly minutesLeft: number | null;
  readonly openedMinutesAgo: number;
  readonly closedMinutesAgo: number | null;
  readonly seats: readonly FoundingSeat[];
  /** From the top of each column. */
  readonly clusters: readonly FoundingCluster[];
  /** What arrived after the close: who, to which question, what. */
  readonly late: readonly (readonly [authorId: string, question: number, text: string])[];
}
