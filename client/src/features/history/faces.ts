// How whoever wrote a text is shown: by person in the colour they write with, or by kind of actor in the colour of the kind.
import { sharesOf, type BlockAuthors } from '@cocrea/shared/document/authorship.ts';
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { Writer } from '@cocrea/shared/api/history.ts';
import { personColor } from '../../ui/PersonMark.tsx';
import type { Face } from './author-marks.ts';

export type Grouping = 'person' | 'kind';

interface Named {
  readonly somebodyGone: string;
  readonly unknown: string;
  readonly kinds: Readonly<Record<ActorKind, string>>;
}

/** The colour of nobody in particular. */
const plain = 'var(--muted)';

export function facesOf(people: readonly Writer[], say: Named): (grouping: Grouping) => (personId: string | null) => Face {
  const known = new Map(people.map((person) => [person.personId, person]));
  return (grouping) => (personId) => {
    const person = personId === null ? undefined : known.get(personId);
    if (person === undefined) return { color: plain, kind: null, name: say.unknown };
    const { actorKind: kind, color, name } = person;
    if (grouping === 'kind') return { color: `var(--kind-${kind.replaceAll('_', '-')})`, kind, name: say.kinds[kind] };
    return { color: name === null ? plain : personColor(color), kind, name: name ?? say.somebodyGone };
  };
}

export interface ShownShare {
  readonly face: Face;
  readonly characters: number;
  /** Of a hundred. */
  readonly percent: number;
}

/** What each wrote of what there is; whoever is called the same counts as one. */
export function shownShares(
  blocks: readonly BlockAuthors[],
  faceOf: (personId: string | null) => Face,
  by: Grouping,
): ShownShare[] {
  const faces = new Map<string, Face>();
  const shares = sharesOf(blocks, (personId) => {
    const face = faceOf(personId);
    const key = by === 'kind' ? `${face.kind ?? ''}` : (personId ?? '');
    faces.set(key, face);
    return key;
  });
  const all = shares.reduce((sum, { characters }) => sum + characters, 0);
  return shares.flatMap(({ key, characters }) => {
    const face = faces.get(key);
    return face === undefined ? [] : [{ face, characters, percent: (100 * characters) / all }];
  });
}
