// Who was heard at a table: voices are people and not devices, and whoever types for somebody does not speak themselves.
import { expect, test } from 'vitest';
import { newId } from './ids.ts';
import { contributionsByPerson, coverageOf } from './table-coverage.ts';
import type { TablePeople } from './table-people.ts';

const [ana, luis, host, marta] = [newId(), newId(), newId(), newId()];
const common = { institution: null, circle: null };
const people: TablePeople = {
  people: [
    { ...common, personId: ana, name: 'Ana', actorKind: 'ciudadania' },
    { ...common, personId: luis, name: 'Luis', actorKind: 'academia' },
  ],
  paper: [{ ...common, id: marta, name: 'Doña Marta', actorKind: 'ong' }],
};
const said = { question: 1, authorId: ana, authorKind: 'ciudadania', onBehalfOf: null, way: 'phone', circle: null } as const;
const forMarta = { ...said, authorId: host, authorKind: 'sector_publico', onBehalfOf: 'dona marta', way: 'spoken' } as const;

test('a question says how much it has, from how many voices, and who is missing', () => {
  const [first, second] = coverageOf([said, said, forMarta], { people, questions: 4 });
  expect(first).toEqual({ question: 1, contributions: 3, voices: 2, missing: ['sector_publico', 'academia', 'privado'] });
  expect(second).toEqual({
    question: 2,
    contributions: 0,
    voices: 0,
    missing: ['ciudadania', 'ong', 'sector_publico', 'academia', 'privado'],
  });
});

test('a phone that a group shares is one voice of the group, not of whose phone it is', () => {
  const shared = { ...said, way: 'shared_phone', circle: 2 } as const;
  const [first] = coverageOf([shared, shared, { ...shared, authorId: luis }, said], { people, questions: 1 });
  expect(first?.voices).toBe(2);
});

test('who has not spoken is known, also of those on paper and those somebody spoke for', () => {
  const counted = contributionsByPerson([said, forMarta, { ...said, authorId: host, onBehalfOf: 'ANA', way: 'paper' }], people);
  expect([...counted]).toEqual([
    [ana, 2],
    [luis, 0],
    [marta, 1],
  ]);
});
