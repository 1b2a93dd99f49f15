// What this room needs of its neighbours: what is published and what a lab sees before, read as their pages read it; and a press.
import type { PublicDraft, PublicObservation } from '@cocrea/shared/api/publication.ts';
import type { Caller } from '../http/caller.ts';
import type { ExportLimits } from './limits.ts';
import type { Paper } from './paper.ts';

export interface KnownMatrix {
  readonly lab: { readonly name: string };
  readonly draft: PublicDraft;
  readonly observations: readonly PublicObservation[];
}

interface Numbered {
  readonly labId: string;
  readonly no: number;
}

export interface MatricesPort {
  /** Throws AppError `lab_not_found`, `not_published`. */
  published(place: Numbered): Promise<KnownMatrix>;
  /** With names, and with answers nobody was told yet. Throws also those of `authorize`. */
  inLab(caller: Caller, place: Numbered): Promise<KnownMatrix>;
}

export interface Press {
  /**
   * The bytes of a file. Of those asked for under one name one is made, and it is kept for a while; null for one that is of this moment.
   * Throws AppError `export_busy` where too many wait, `export_unfinished` where it takes too long, and those of its kind of file.
   */
  print(name: string | null, paper: () => Promise<Paper>): Promise<Uint8Array>;
}

export interface ExportDesk {
  readonly matrices: MatricesPort;
  readonly press: Press;
  readonly limits: ExportLimits;
  readonly now: () => number;
}
