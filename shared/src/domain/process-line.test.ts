// The line of the process follows the drafts: what is being worked on is open, what was answered is done, the rest comes next.
import { expect, test } from 'vitest';
import type { LabDocument } from './document.ts';
import type { DraftState } from './draft-state.ts';
import type { SubTable } from './lab.ts';
import { processLine } from './process-line.ts';

const common = { labId: 'lab', title: '', generation: 'g', createdAt: 0, updatedAt: 0, version: 1 };

function draft(draftNo: number, state: DraftState): LabDocument {
  const opens = { text: 'Octubre 2019', kind: 'month' as const, start: '2019-10-01', end: '2019-10-31' };
  return {
    ...common,
    id: `lab.borrador-${draftNo}`,
    kind: 'draft',
    draftNo,
    state,
    opens,
    participantsInvited: true,
    life: { frozen: null, consultation: null, publishedAt: null, version: 0 },
  };
}
const table: SubTable = { id: 't', no: 1, theme: 'Datos', questions: [], notesDocumentId: 'lab.mesa-1' };
const note: LabDocument = { ...common, id: 'lab.nota', kind: 'free_note' };

function states(documents: LabDocument[], subTables: SubTable[] = [table], tablesAtWork = 0): string[] {
  return processLine(documents, { subTables, tablesAtWork }).map(({ state }) => state);
}

test('at the beginning sub-tables and Borrador 1 are open together, the others come next', () => {
  const line = processLine([draft(3, 'planned'), note, draft(1, 'writing'), draft(2, 'planned')], {
    subTables: [table],
    tablesAtWork: 0,
  });
  expect(line.map((stage) => (stage.kind === 'draft' ? `${stage.draftNo} ${stage.state}` : `sub_tables ${stage.state}`))).toEqual(
    ['sub_tables open', '1 open', '2 next', '3 next'],
  );
  expect(line[1]).toMatchObject({ documentId: 'lab.borrador-1', readable: true });
  expect(line[2]).toMatchObject({ documentId: 'lab.borrador-2', readable: false, opens: { text: 'Octubre 2019' } });
});

test.each(['frozen', 'in_consultation', 'consolidating'] as const)(
  'a %s draft is still the open stage, and the sub-tables have done their part',
  (state) => {
    expect(states([draft(1, state), draft(2, 'planned')])).toEqual(['done', 'open', 'next']);
  },
);

test('sub-tables are open as long as one of them works, wherever the drafts are', () => {
  expect(states([draft(1, 'consolidating'), draft(2, 'writing')], [table], 1)).toEqual(['open', 'open', 'open']);
});

test('an answered draft is done', () => {
  expect(states([draft(1, 'answered'), draft(2, 'writing')])).toEqual(['done', 'done', 'open']);
});

test('a lab without sub-tables and drafts has one stage, still to come', () => {
  expect(states([], [])).toEqual(['next']);
});
