// Everything those who conduct a table see of its people: who is here, who is writing, what each question has heard, who is silent.
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import type { Present } from '@cocrea/shared/api/feed.ts';
import { contributionsByPerson, coverageOf, type QuestionCoverage } from '@cocrea/shared/domain/table-coverage.ts';
import type { TablePeople } from '@cocrea/shared/domain/table-people.ts';
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import { useBoard } from '../../api/contributions.ts';
import { useHere } from '../../api/here.ts';
import { useTablePeople } from '../../api/table-people.ts';
import type { TablePlace } from '../../api/tables.ts';

export interface TableSides {
  /** Undefined until both are known. */
  readonly people: TablePeople | undefined;
  readonly board: BoardNow | undefined;
  readonly failure: Error | null;
  /** Ids of people of the table with a screen open. */
  readonly connected: ReadonlySet<string>;
  /** People of the table, or who have contributed to it, who are writing a contribution at this moment. */
  readonly typing: readonly Present[];
  readonly coverage: readonly QuestionCoverage[];
  /** By person and paper seat. */
  readonly spoken: ReadonlyMap<string, number>;
}

export function useTableSides(place: TablePlace, { subTable }: TableNow): TableSides {
  const people = useTablePeople(place);
  const board = useBoard(place);
  const here = useHere(place.lab);
  const table = people.data ?? { people: [], paper: [] };
  const said = board.data?.contributions ?? [];
  const seated = new Set(table.people.map(({ personId }) => personId));
  const known = new Set([...seated, ...said.map(({ authorId }) => authorId)]);
  return {
    people: people.data,
    board: board.data,
    failure: people.error ?? board.error,
    connected: new Set(here.filter(({ personId }) => seated.has(personId)).map(({ personId }) => personId)),
    typing: here.filter(({ personId, typing }) => typing && known.has(personId)),
    coverage: coverageOf(
      said.filter(({ late }) => !late),
      { people: table, questions: subTable.questions.length },
    ),
    spoken: contributionsByPerson(said, table),
  };
}
