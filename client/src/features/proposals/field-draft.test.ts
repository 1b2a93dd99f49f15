// Only what somebody changed is sent, in the shape the record has.
import { readFlexDate } from '@cocrea/shared/domain/read-flex-date.ts';
import type { ProposalFields } from '@cocrea/shared/domain/proposal.ts';
import { expect, test } from 'vitest';
import { changesIn, draftOf, fieldsIn } from './field-draft.ts';

const empty: ProposalFields = { typology: null, indicator: '', baseline: '', target: '', date: null, responsible: null };
const filled: ProposalFields = {
  typology: 'data',
  indicator: 'Compras',
  baseline: '8 %',
  target: '60 %',
  date: readFlexDate('agosto 2020'),
  responsible: { institutionId: 'inap', name: 'INAP' },
};

test('a draft that was not touched changes nothing', () => {
  for (const fields of [empty, filled]) expect(changesIn(draftOf(fields), draftOf(fields))).toEqual({});
});

test('a draft reads as the record it would have been', () => {
  const institutions = [{ id: 'inap', acronym: 'INAP' }];
  for (const fields of [empty, filled]) expect(fieldsIn(draftOf(fields), institutions)).toEqual(fields);
  const other = { ...draftOf(empty), responsible: 'other', responsibleName: 'Municipalidad' };
  expect(fieldsIn(other, institutions).responsible).toEqual({ institutionId: null, name: 'Municipalidad' });
});

test('what was changed is sent, and nothing else', () => {
  const before = draftOf(filled);
  expect(changesIn({ ...before, target: '70 %', date: '' }, before)).toEqual({ target: '70 %', date: '' });
  expect(changesIn({ ...before, typology: 'none', responsible: 'none' }, before)).toEqual({ typology: null, responsible: null });
});

test('an institution of the lab goes by its id, another by its name', () => {
  const before = draftOf(empty);
  expect(changesIn({ ...before, responsible: 'inap' }, before)).toEqual({ responsible: { institutionId: 'inap', name: '' } });
  const other = { ...before, responsible: 'other', responsibleName: 'Municipalidad' };
  expect(changesIn(other, before)).toEqual({ responsible: { institutionId: null, name: 'Municipalidad' } });
  expect(changesIn({ ...other, responsibleName: 'Alcaldía' }, other)).toEqual({
    responsible: { institutionId: null, name: 'Alcaldía' },
  });
});
