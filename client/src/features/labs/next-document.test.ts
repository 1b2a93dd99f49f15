// What is offered first: where one was, then one's own table, then the open draft, then whatever can be read.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import { expect, test } from 'vitest';
import { nextDocument } from './next-document.ts';

const common = { labId: 'lab', title: '', generation: 'g', createdAt: 0, updatedAt: 0, version: 1 };
const opens = { text: 'Octubre 2019', kind: 'month' as const, start: '2019-10-01', end: '2019-10-31' };
const draft = (draftNo: number, state: DraftState): LabDocument => ({
  ...common,
  id: `borrador-${draftNo}`,
  kind: 'draft',
  draftNo,
  state,
  opens,
  participantsInvited: true,
  life: { frozen: null, consultation: null, publishedAt: null, version: 0 },
});
const notes = (no: number): LabDocument => ({
  ...common,
  id: `mesa-${no}`,
  kind: 'sub_table_notes',
  subTableId: `submesa-${no}`,
});
const documents = [draft(2, 'planned'), notes(1), notes(2), draft(1, 'writing')];

test('a proposal is never what to go on with: it is reached through the portfolio', () => {
  const proposal: LabDocument = {
    ...documents[0]!,
    id: 'propuesta',
    kind: 'proposal',
    proposalState: 'draft',
    becameOthers: false,
  };
  expect(nextDocument({ documents: [proposal], subTableId: null, last: 'propuesta' })).toBeNull();
});

test('where one was comes before everything else', () => {
  expect(nextDocument({ documents, subTableId: 'submesa-1', last: 'mesa-2' })).toMatchObject({
    document: { id: 'mesa-2' },
    because: 'last',
  });
});

test('a place that is gone or not open is not offered', () => {
  for (const last of ['borrador-2', 'una-nota-que-ya-no-esta']) {
    expect(nextDocument({ documents, subTableId: 'submesa-1', last })).toMatchObject({ because: 'own_table' });
  }
});

test('without a table of one’s own, the draft that is being written', () => {
  expect(nextDocument({ documents, subTableId: null, last: null })).toMatchObject({
    document: { id: 'borrador-1' },
    because: 'open_draft',
  });
});

test('when no draft is written, the latest that can be read', () => {
  const frozen = [draft(1, 'answered'), draft(2, 'frozen'), draft(3, 'planned')];
  expect(nextDocument({ documents: frozen, subTableId: null, last: null })).toMatchObject({
    document: { id: 'borrador-2' },
    because: 'readable',
  });
});

test('nothing where nothing is open', () => {
  expect(nextDocument({ documents: [draft(1, 'planned')], subTableId: null, last: null })).toBeNull();
});
