// Whose words came and went between two moments, by the server's own record: asked for once there are changes to name.
import type { AuthorRun } from '@cocrea/shared/document/authorship.ts';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { useMemo } from 'react';
import { useAuthorsAt, type AuthorsAnswer } from '../../api/history.ts';
import type { Face } from './author-marks.ts';
import { facesOf } from './faces.ts';
import { useWords } from './words.ts';

export interface ChangeAuthors {
  readonly before: (blockId: string) => readonly AuthorRun[];
  readonly after: (blockId: string) => readonly AuthorRun[];
  readonly faceOf: (personId: string | null) => Face;
}

interface Asked {
  readonly before: number;
  readonly after: number;
  readonly enabled: boolean;
}

/** Null until both are known: the comparison does not wait for them. */
export function useChangeAuthors({ labId, id }: LabDocument, { before, after, enabled }: Asked): ChangeAuthors | null {
  const { history, ui } = useWords();
  const earlier = useAuthorsAt(labId, id, { seq: before, enabled }).data;
  const later = useAuthorsAt(labId, id, { seq: after, enabled }).data;
  return useMemo(() => {
    if (earlier === undefined || later === undefined) return null;
    const people = [...earlier.people, ...later.people];
    return {
      before: runsIn(earlier),
      after: runsIn(later),
      faceOf: facesOf(people, { ...history, kinds: ui.actorKinds })('person'),
    };
  }, [earlier, later, history, ui]);
}

function runsIn({ blocks }: AuthorsAnswer): (blockId: string) => readonly AuthorRun[] {
  const known = new Map(blocks.map(({ blockId, runs }) => [blockId, runs]));
  return (blockId) => known.get(blockId) ?? [];
}
