// The line of a lab's process, as its home draws it: sub-tables, then Borrador 1, 2, 3. Derived from the records, stored nowhere.
import { isOpenToRead, type LabDocument } from './document.ts';
import type { DraftLife } from './draft.ts';
import type { DraftState } from './draft-state.ts';
import type { FlexDate } from './flex-date.ts';
import type { SubTable } from './lab.ts';

export type StageState = 'done' | 'open' | 'next';

export type Stage =
  | { readonly kind: 'sub_tables'; readonly state: StageState; readonly subTables: number }
  | {
      readonly kind: 'draft';
      readonly state: StageState;
      readonly draftNo: number;
      readonly draftState: DraftState;
      readonly documentId: string;
      /** There is a text to open. */
      readonly readable: boolean;
      /** When its writing opens or opened, as planned; `flexDateInWords` says it. */
      readonly opens: FlexDate;
      /** When it was frozen, consulted and published. */
      readonly life: DraftLife;
    };

type Draft = Extract<LabDocument, { kind: 'draft' }>;

function stateOf(state: DraftState): StageState {
  if (state === 'planned') return 'next';
  return state === 'answered' ? 'done' : 'open';
}

/**
 * Sub-tables feed the first draft, so their turn ends when a draft is no longer being written for the first time; and it is theirs again while
 * one of them works.
 */
function stateOfSubTables({ subTables, tablesAtWork }: Tables, drafts: readonly Draft[]): StageState {
  if (tablesAtWork > 0) return 'open';
  if (drafts.some(({ state }) => state !== 'planned' && state !== 'writing')) return 'done';
  return subTables.length > 0 ? 'open' : 'next';
}

interface Tables {
  readonly subTables: readonly SubTable[];
  /** How many of them are open at this moment. */
  readonly tablesAtWork: number;
}

/** Stages in the order of the process, whatever order the records come in. The sub-tables are always the first. */
export function processLine(documents: readonly LabDocument[], tables: Tables): readonly Stage[] {
  const drafts = documents.filter((document) => document.kind === 'draft').sort((a, b) => a.draftNo - b.draftNo);
  return [
    { kind: 'sub_tables', state: stateOfSubTables(tables, drafts), subTables: tables.subTables.length },
    ...drafts.map((draft) => ({
      kind: draft.kind,
      state: stateOf(draft.state),
      draftNo: draft.draftNo,
      draftState: draft.state,
      documentId: draft.id,
      readable: isOpenToRead(draft),
      opens: draft.opens,
      life: draft.life,
    })),
  ];
}
