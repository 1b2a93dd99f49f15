// What this room needs of its neighbours: the codes people come in with, what was contributed, and how a text is born.
import type { CompiledQuery } from 'kysely';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { SubTableOutcome } from '@cocrea/shared/document/templates/sub-table-result.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import type { NewDocument } from '../storage/document-store.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';

interface CodesOf {
  readonly labId: string;
  readonly subTableId: string;
}

/** To be recorded together with the change it belongs to. */
export interface Part {
  readonly statements: Change['statements'];
  readonly events: readonly NewEvent[];
}

export interface DoorsPort {
  /** The open code for participants; null where there is none. */
  find(place: CodesOf): Promise<JoinCode | null>;
  /** Gives the table a code where it has none. Its letters may be taken: AppError `id_taken` of `join_codes.code`, ask again. */
  opening(place: CodesOf & { actorId: string }): Promise<Part>;
  /** Closes every code of the table. */
  closing(place: CodesOf & { actorId: string }): Promise<Part>;
  /** Origins at which phones reach this server. */
  addresses(): readonly string[];
}

export interface SaidPort {
  /** By table: how many contributions each question has, those that were taken back left out, and how many people have given dots. */
  count(labId: string): Promise<(subTableId: string) => { contributions: (question: number) => number; voters: number }>;
  /**
   * What the table said, and a statement that touches one row (of the table's session) as long as nothing of it has changed since it
   * was read, and none after.
   */
  outcome(place: { labId: string; subTable: SubTable }): Promise<{ said: Said; unchanged: CompiledQuery }>;
}

type Said = Pick<SubTableOutcome, 'contributions' | 'clusters' | 'dots'>;

export interface TableLedger extends Ledger {
  readonly doors: DoorsPort;
  readonly said: SaidPort;
  readonly firstText: (document: { id: string; text: DocumentJson; at: number }) => NewDocument;
}
