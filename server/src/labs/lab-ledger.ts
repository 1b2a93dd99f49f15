// What the verbs of a lab stand on: the records, the texts' last changes, and the clock.
import type { DocumentStore } from '../storage/document-store.ts';
import type { Ledger } from '../storage/ledger.ts';

export interface LabLedger extends Ledger {
  readonly documents: Pick<DocumentStore, 'lastChanges'>;
}
