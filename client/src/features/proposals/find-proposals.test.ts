// What is looked for is found, stands in the address, and comes back out of it.
import { defaultGate, type Endorsement } from '@cocrea/shared/domain/endorsement.ts';
import type { Proposal } from '@cocrea/shared/domain/proposal.ts';
import { expect, test } from 'vitest';
import { addressOf, countByTypology, everyActive, findProposals, wantedIn, type Wanted } from './find-proposals.ts';

const endorsed = (actorKind: Endorsement['actorKind']): Endorsement => ({
  personId: actorKind,
  institution: 'x',
  actorKind,
  at: 1,
});
function proposal(id: string, other: Partial<Proposal> = {}): Proposal {
  return {
    id,
    title: `Propuesta ${id}`,
    state: 'draft',
    fields: { typology: null, indicator: '', baseline: '', target: '', date: null, responsible: null },
    authors: [],
    endorsements: [],
    checks: { impact: false, ogpValue: false, unmeasured: [] },
    opening: '',
    becameIds: [],
    createdAt: 1,
    version: 1,
    ...other,
  };
}
const all = [
  proposal('a', { title: 'Trámites en línea', opening: 'La fila de la ventanilla' }),
  proposal('b', { state: 'submitted', endorsements: [endorsed('ong')] }),
  proposal('c', { state: 'withdrawn' }),
  proposal('d', { state: 'submitted', becameIds: ['b'] }),
];
const found = (wanted: Partial<Wanted>) =>
  findProposals(all, { wanted: { ...everyActive, ...wanted }, gate: defaultGate }).map(({ id }) => id);

test('without asking, those on their way', () => {
  expect(found({})).toEqual(['a', 'b']);
  expect(found({ state: 'all' })).toEqual(['a', 'b', 'c', 'd']);
  expect(found({ state: 'became' })).toEqual(['d']);
  expect(found({ state: 'submitted' })).toEqual(['b']);
  expect(found({ state: 'withdrawn' })).toEqual(['c']);
});

test('by part of the title or of the problem, without minding accents', () => {
  expect(found({ search: 'TRAMITES' })).toEqual(['a']);
  expect(found({ search: 'ventanilla' })).toEqual(['a']);
  expect(found({ search: 'nada de eso' })).toEqual([]);
});

test('by the seat that is empty', () => {
  expect(found({ missing: 'ong' })).toEqual(['a']);
  expect(found({ missing: 'academia' })).toEqual(['a', 'b']);
});

test('what is looked for goes into the address and comes back, and nonsense in it is not looked for', () => {
  const wanted: Wanted = { search: 'datos', state: 'became', typology: 'data', missing: 'ong' };
  expect(wantedIn(addressOf(wanted), defaultGate.kinds)).toEqual(wanted);
  expect(addressOf(everyActive).toString()).toBe('');
  expect(wantedIn(new URLSearchParams('estado=x&tipologia=toString&falta=otro'), defaultGate.kinds)).toEqual(everyActive);
});

test('every typology is counted, also at nought', () => {
  const counts = countByTypology([proposal('e', { fields: { ...proposal('x').fields, typology: 'data' } }), proposal('f')]);
  expect(counts.filter(({ count }) => count > 0)).toEqual([
    { typology: 'data', count: 1 },
    { typology: null, count: 1 },
  ]);
  expect(countByTypology([])).toHaveLength(8);
});
