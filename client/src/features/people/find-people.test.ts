// Who is found by a name half remembered and half accented, and how the sectors are counted.
import type { Member } from '@cocrea/shared/domain/person.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { expect, test } from 'vitest';
import { anybody, countByKind, findPeople } from './find-people.ts';

function member(name: string, more: Partial<Member> = {}): Member {
  const rest = { institution: null, subTableId: null, account: false, color: 0, joinedAt: 0, version: 1 };
  return { personId: newId(), name, actorKind: 'ciudadania', role: 'participant', ...rest, ...more };
}

const people = [
  member('Óscar Núñez', { role: 'observer' }),
  member('Kʼumatzin Batz', { actorKind: 'ong' }),
  member('Ángela Ixcot', { account: true, role: 'facilitator', actorKind: 'sector_publico' }),
  member('Mesa 10'),
  member('Mesa 9'),
];
const names = (found: Member[]): string[] => found.map(({ name }) => name);

test('everybody, in the order of a Spanish list', () => {
  expect(names(findPeople(people, anybody))).toEqual(['Ángela Ixcot', 'Kʼumatzin Batz', 'Mesa 9', 'Mesa 10', 'Óscar Núñez']);
});

test('accents, case and the apostrophe of Mayan languages do not matter', () => {
  expect(names(findPeople(people, { ...anybody, search: ' NUÑEZ ' }))).toEqual(['Óscar Núñez']);
  expect(names(findPeople(people, { ...anybody, search: 'nunez' }))).toEqual(['Óscar Núñez']);
  expect(names(findPeople(people, { ...anybody, search: "k'u" }))).toEqual(['Kʼumatzin Batz']);
  expect(names(findPeople(people, { ...anybody, search: 'óscár' }))).toEqual(['Óscar Núñez']);
});

test('role and sector narrow it together', () => {
  expect(names(findPeople(people, { ...anybody, role: 'participant', kind: 'ong' }))).toEqual(['Kʼumatzin Batz']);
  expect(findPeople(people, { search: 'mesa', role: 'facilitator', kind: 'all' })).toEqual([]);
});

test('the five sectors always stand there; the others where somebody speaks as them', () => {
  expect(countByKind(people).map(({ kind, total }) => [kind, total])).toEqual([
    ['ciudadania', 3],
    ['ong', 1],
    ['sector_publico', 1],
    ['academia', 0],
    ['privado', 0],
  ]);
  const withOther = countByKind([...people, member('Una agencia', { actorKind: 'cooperacion', account: true })]);
  expect(withOther.at(-1)).toEqual({ kind: 'cooperacion', account: 1, device: 0, total: 1 });
});
