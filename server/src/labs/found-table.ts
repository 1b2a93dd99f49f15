// The rows and events of a table a lab is born with, as its verbs would have left them.
import { createHash } from 'node:crypto';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import { dotsDefault, minutesDefault, seatsDefault } from '@cocrea/shared/domain/table-session.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { FoundingCluster, FoundingTable } from './table-founding.ts';

const minute = 60_000;

export interface TableFounding {
  readonly labId: string;
  readonly table: FoundingTable;
  readonly facilitatorId: string;
  readonly at: number;
}

/** A UUID made of what it is for: the same in every founding. */
function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Which contribution of a table this is, by its number there: the last part of its folio. */
export function foundingContributionId(subTableId: string, no: number): string {
  return idOf(subTableId, 'contribution', no);
}

interface Placed {
  readonly id: string;
  readonly no: number;
  readonly authorId: string;
  readonly question: number;
  readonly late: boolean;
}

/** Contributions get their folios in the order in which they are written down here, one question after the other. */
function contributionsOf({ labId, table, at }: TableFounding) {
  const opened = at - table.openedMinutesAgo * minute;
  const ended = at - (table.closedMinutesAgo ?? 0) * minute;
  const inTime = table.clusters.flatMap((cluster) =>
    cluster.contributions.map((contribution, index) => ({ cluster, contribution, first: index === 0 })),
  );
  const step = (ended - opened) / (inTime.length + 1);
  const clusterIds = new Map<FoundingCluster, string>();
  const rows = inTime.map(({ cluster, contribution: [authorId, text, way = 'phone'], first }, index) => {
    const id = foundingContributionId(table.subTableId, index + 1);
    if (first) clusterIds.set(cluster, id);
    const written = Math.round(opened + step * (index + 1));
    return {
      id,
      lab_id: labId,
      sub_table_id: table.subTableId,
      no: index + 1,
      question: cluster.question,
      text,
      language: 'es',
      author_id: authorId,
      way,
      cluster_id: clusterIds.get(cluster) ?? id,
      marks: JSON.stringify(first ? cluster.marks : []),
      state: cluster.validated === false ? 'captured' : 'validated',
      late: 0,
      written_at: written,
      received_at: written,
    };
  });
  const late = table.late.map(([authorId, question, text], index) => {
    const id = idOf(table.subTableId, 'late', index + 1);
    return {
      id,
      lab_id: labId,
      sub_table_id: table.subTableId,
      no: rows.length + index + 1,
      question,
      text,
      language: 'es',
      author_id: authorId,
      way: 'phone',
      cluster_id: id,
      marks: '[]',
      state: 'captured',
      late: 1,
      written_at: ended - minute,
      received_at: ended + 20 * minute,
    };
  });
  return { rows, late, clusterIds };
}

export function tableStatements({ database }: Pick<Ledger, 'database'>, founding: TableFounding) {
  const { labId, table, facilitatorId, at } = founding;
  const { rows, late, clusterIds } = contributionsOf(founding);
  const ago = (minutes: number): number => at - minutes * minute;
  const closedAt = table.closedMinutesAgo === null ? null : ago(table.closedMinutesAgo);
  const weighed = table.clusters.filter(({ dots = 0 }) => dots > 0);
  const ballotId = idOf(table.subTableId, 'ballot');
  const session = {
    sub_table_id: table.subTableId,
    lab_id: labId,
    phase: table.phase,
    mode: 'hall',
    facilitator_id: facilitatorId,
    note_taker_id: table.noteTakerId,
    clock_ends_at: table.minutesLeft === null ? null : at + table.minutesLeft * minute,
    minutes: minutesDefault,
    seats: seatsDefault,
    dots: dotsDefault,
    anonymous_dots: 0,
    dots_closed_at: closedAt,
    opened_at: ago(table.openedMinutesAgo),
    closed_at: closedAt,
  };
  // Clusters that a contribution left when it was joined with others stay, empty, as the verb that joins them leaves them.
  const clusterRows = [...rows, ...late].map(({ id, cluster_id, question, written_at }) => {
    const cluster = cluster_id === id ? table.clusters.find((one) => clusterIds.get(one) === id) : undefined;
    return {
      id,
      sub_table_id: table.subTableId,
      question,
      agreement: cluster?.agreement ?? null,
      minority_view: cluster?.minorityView ?? null,
      plenary: cluster?.plenary === true ? 1 : 0,
      position: written_at,
      validated_at: cluster === undefined || cluster.validated === false ? null : closedAt,
    };
  });
  return [
    database.insertInto('table_sessions').values(session),
    ...table.seats.map(({ id, circle, paper }) =>
      database.insertInto('seats').values({
        sub_table_id: table.subTableId,
        id,
        circle,
        paper_name: paper?.name ?? null,
        institution: paper?.institution ?? null,
        actor_kind: paper?.actorKind ?? null,
        added_at: at,
      }),
    ),
    ...clusterRows.map((row) => database.insertInto('clusters').values(row)),
    ...[...rows, ...late].map((row) => database.insertInto('contributions').values(row)),
    ...(weighed.length === 0
      ? []
      : [
          database.insertInto('ballots').values({
            id: ballotId,
            sub_table_id: table.subTableId,
            label: 'Manos levantadas',
            counted_people: Math.ceil(weighed.reduce((sum, { dots = 0 }) => sum + dots, 0) / dotsDefault),
            cast_at: closedAt ?? at,
          }),
          ...weighed.map((cluster) =>
            database
              .insertInto('ballot_dots')
              .values({ ballot_id: ballotId, cluster_id: clusterIds.get(cluster) ?? '', dots: cluster.dots ?? 0 }),
          ),
        ]),
  ];
}

export function tableEvents(founding: TableFounding): NewEvent[] {
  const { table, facilitatorId } = founding;
  const { rows, late } = contributionsOf(founding);
  const placed: Placed[] = [...rows, ...late].map((row) => ({
    id: row.id,
    no: row.no,
    authorId: row.author_id,
    question: row.question,
    late: row.late === 1,
  }));
  const told = (type: 'table.opened' | 'table.closed'): NewEvent => ({
    actorId: facilitatorId,
    type,
    subjectId: table.subTableId,
    data: { no: table.no, ...(type === 'table.opened' && { mode: 'hall' }) },
  });
  const sent = ({ id, authorId, question, late: isLate }: Placed): NewEvent => ({
    actorId: authorId,
    type: 'contribution.sent',
    subjectId: id,
    data: { table: table.no, question, inTime: !isLate },
  });
  return [
    told('table.opened'),
    ...placed.filter((one) => !one.late).map(sent),
    ...(table.closedMinutesAgo === null ? [] : [told('table.closed')]),
    ...placed.filter((one) => one.late).map(sent),
  ];
}
