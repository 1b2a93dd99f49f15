// What a lab may be born with once a Borrador was consulted: what was observed on it, what was answered, and the next one begun from it.
import type { Disposition, ObservationKind } from '@cocrea/shared/domain/observation.ts';

export interface FoundingAnswer {
  readonly disposition: Disposition;
  /** Absent while it is still being written; a duplicate carries its parent's. */
  readonly response?: string;
  /** Keys of changes of the next Borrador, or words of a block that stands there. */
  readonly into?: readonly string[];
  /** Number of the observation it duplicates, counted from 1 in the order given. */
  readonly duplicateOf?: number;
  readonly satisfied?: true | { readonly no: string };
}

export interface FoundingObservation {
  readonly by: string;
  /** Words of one block of the consulted draft, written exactly so and nowhere else in it. */
  readonly on: string;
  readonly kind: ObservationKind;
  readonly proposes?: string;
  readonly because: string;
  readonly onBehalfOf?: string;
  readonly showName?: boolean;
  /** It came on paper, and was brought in by whoever consolidates. */
  readonly letter?: boolean;
  /** Somebody is looking at it. */
  readonly analysing?: boolean;
  readonly answer?: FoundingAnswer;
}

/** One change from the consulted draft to the next: words in a block, or paragraphs after it. */
export interface FoundingChange {
  readonly key: string;
  /** Words of the block, as for an observation. */
  readonly on: string;
  readonly becomes?: string;
  readonly after?: readonly string[];
  /** Sub-table and number of contributions, ids of proposals, or why INAP changed it; nothing for a change nobody has explained yet. */
  readonly from?: {
    readonly contributions?: readonly (readonly [subTableId: string, no: number])[];
    readonly proposals?: readonly string[];
    readonly inap?: string;
  };
}

/** People of the lab talking about words of the next draft. */
export interface FoundingThread {
  /** Words of one block, written exactly so and nowhere else in it. */
  readonly on: string;
  readonly comments: readonly {
    readonly by: string;
    readonly says: string;
    /** Those whose names stand after an @ in it. */
    readonly naming?: readonly string[];
  }[];
  readonly resolvedBy?: string;
}

export interface FoundingConsultation {
  readonly draftId: string;
  readonly nextDraftId: string;
  readonly consolidatorId: string;
  /** Who wrote what stands under a heading, by its words; the house wrote the rest. */
  readonly writers: Readonly<Record<string, string>>;
  readonly frozenDaysAgo: number;
  readonly days: number;
  readonly observations: readonly FoundingObservation[];
  readonly changes: readonly FoundingChange[];
  readonly comments: readonly FoundingThread[];
  /** Contributions that do not go into the text, with the reason. */
  readonly notIncorporated: readonly {
    readonly contribution: readonly [subTableId: string, no: number];
    readonly reason: string;
  }[];
}
