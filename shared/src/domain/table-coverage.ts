// What a table has heard so far: per question how much and from how many voices, which of the five kinds of actor are still missing, and
// who has not spoken. It suggests whom to ask next, and is shown to those who conduct the table only.
import { countedActorKinds, type ActorKind } from './actor-kind.ts';
import type { Contribution } from './contribution.ts';
import { foldName } from './person.ts';
import type { TablePeople } from './table-people.ts';

type Said = Pick<Contribution, 'question' | 'authorId' | 'authorKind' | 'onBehalfOf' | 'way' | 'circle'>;

export interface QuestionCoverage {
  /** 1–4 */
  readonly question: number;
  readonly contributions: number;
  /** Different people, circles and people spoken for. */
  readonly voices: number;
  /** Of the five that count, those nobody has spoken as. */
  readonly missing: readonly ActorKind[];
}

export interface Voice {
  readonly key: string;
  readonly kind: string | null;
}

/**
 * Whose voice a contribution carries. Typed for somebody it is theirs, not that of whoever typed: known if they are at the table or on
 * its paper list. From a phone a group shares it is the group's.
 */
export function voiceOf(
  { authorId, authorKind, onBehalfOf, way, circle }: Omit<Said, 'question'>,
  { people, paper }: TablePeople,
): Voice {
  if (onBehalfOf !== null) {
    const name = foldName(onBehalfOf);
    const person = people.find((one) => foldName(one.name) === name);
    if (person) return { key: `person ${person.personId}`, kind: person.actorKind };
    return { key: `name ${name}`, kind: paper.find((one) => foldName(one.name) === name)?.actorKind ?? null };
  }
  if (way === 'phone') return { key: `person ${authorId}`, kind: authorKind };
  return { key: circle === null ? `${way} ${authorId}` : `circle ${circle}`, kind: null };
}

/** In the order of the questions, those nobody answered too. */
export function coverageOf(
  said: readonly Said[],
  { people, questions }: { people: TablePeople; questions: number },
): QuestionCoverage[] {
  return Array.from({ length: questions }, (_, index) => {
    const here = said.filter(({ question }) => question === index + 1);
    const voices = here.map((one) => voiceOf(one, people));
    const heard = new Set(voices.map(({ kind }) => kind));
    return {
      question: index + 1,
      contributions: here.length,
      voices: new Set(voices.map(({ key }) => key)).size,
      missing: countedActorKinds.filter((kind) => !heard.has(kind)),
    };
  });
}

/** Contributions of everybody at the table, on paper too, by their id; zero for those who have not spoken. */
export function contributionsByPerson(said: readonly Said[], table: TablePeople): ReadonlyMap<string, number> {
  const counted = new Map<string, number>([
    ...table.people.map(({ personId }): [string, number] => [personId, 0]),
    ...table.paper.map(({ id }): [string, number] => [id, 0]),
  ]);
  const keys = new Map([
    ...table.paper.map(({ id, name }): [string, string] => [`name ${foldName(name)}`, id]),
    ...table.people.map(({ personId }): [string, string] => [`person ${personId}`, personId]),
  ]);
  for (const one of said) {
    const id = keys.get(voiceOf(one, table).key);
    if (id !== undefined) counted.set(id, (counted.get(id) ?? 0) + 1);
  }
  return counted;
}
