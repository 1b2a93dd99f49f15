// The notes of a sub-table: its theme, then one fixed heading for each guiding question, with a line below to begin writing on.
import type { DocumentJson } from '../seed.ts';
import { bulletList, document, heading, questionHeading } from './builder.ts';

/** Questions are numbered from 1, in the order given. Throws RangeError without questions. */
export function subTableNotes({ theme, questions }: { theme: string; questions: readonly string[] }): DocumentJson {
  if (questions.length === 0) throw new RangeError('the notes of a sub-table need their questions');
  return document(
    heading(1, theme),
    ...questions.flatMap((question, index) => [questionHeading(index + 1, question), bulletList('')]),
  );
}
