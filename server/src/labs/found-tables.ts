// The tables a lab is born with: rows, texts and events as their verbs would have left them, as parts of the founding.
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { subTableResult } from '@cocrea/shared/document/templates/sub-table-result.ts';
import { contributionFolio, type Cluster, type Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { dotsDefault, minutesDefault, seatsDefault } from '@cocrea/shared/domain/table-session.ts';
import type { Tables } from '../storage/tables.ts';
import { firstText } from './first-text.ts';
import type { LabFounding } from './lab-founding.ts';
import type { FoundingCluster, FoundingTable } from './table-founding.ts';

const minute = 60_000;

/** A UUID made of what it is for: the same in every founding. */
function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Which contribution of a table this is, by its number there: the last part of its folio. */
export function foundingContributionId(subTableId: string, no: number): string {
  return idOf(subTableId, 'contribution', no);
}

interface Context {
  readonly database: Kysely<Tables>;
  readonly founding: LabFounding;
  readonly at: number;
}

export function foundTables(context: Context) {
  const parts = context.founding.tables.map((table) => foundTable(context, table));
  return {
    queries: parts.flatMap(({ queries }) => queries),
    documents: parts.flatMap(({ documents }) => documents),
    events: parts.flatMap(({ events }) => events),
  };
}

function foundTable(context: Context, table: FoundingTable) {
  const { founding, at } = context;
  const subTable = founding.subTables.find(({ id }) => id === table.subTableId);
  if (subTable === undefined) throw new Error(`there is no sub-table ${table.subTableId}`);
  const said = saidAt(context, { table, subTable });
  const closedAt = table.closedMinutesAgo === null ? null : at - table.closedMinutesAgo * minute;
  const result = closedAt === null ? null : resultOf(context, { table, subTable, said, closedAt });
  const placed = { table, subTable, said, closedAt, resultId: result?.row.id ?? null };
  return {
    queries: [
      ...(result === null ? [] : [context.database.insertInto('documents').values(result.row)]),
      ...rowsOf(context, placed),
    ],
    documents: result === null ? [] : [result.text],
    events: eventsOf(founding, placed),
  };
}

interface Said {
  /** By their numbers: in the order in which they are written down, one question after the other, the late ones last. */
  readonly contributions: readonly Contribution[];
  readonly clusters: readonly Cluster[];
  /** By cluster. */
  readonly dots: Readonly<Record<string, number>>;
}

function saidAt({ founding, at }: Context, { table, subTable }: { table: FoundingTable; subTable: SubTable }): Said {
  const opened = at - table.openedMinutesAgo * minute;
  const ended = at - (table.closedMinutesAgo ?? 0) * minute;
  const placed = table.clusters.flatMap((cluster) => cluster.contributions.map((contribution) => ({ cluster, contribution })));
  const step = (ended - opened) / (placed.length + 1);
  const heads = new Map<FoundingCluster, string>();
  const contribution = (
    no: number,
    one: Pick<
      Contribution,
      'id' | 'question' | 'text' | 'authorId' | 'way' | 'clusterId' | 'marks' | 'state' | 'late' | 'writtenAt'
    >,
  ): Contribution => {
    const author = founding.people.find(({ id }) => id === one.authorId);
    return {
      folio: contributionFolio(subTable.no, no),
      subTableId: subTable.id,
      language: 'es',
      authorName: author?.name ?? null,
      authorKind: author?.actorKind ?? null,
      circle: null,
      onBehalfOf: null,
      receivedAt: one.late ? ended + 20 * minute : one.writtenAt,
      version: 1,
      ...one,
    };
  };
  const inTime = placed.map(({ cluster, contribution: [authorId, text, way = 'phone'] }, index) => {
    const id = foundingContributionId(subTable.id, index + 1);
    const head = heads.get(cluster) ?? id;
    heads.set(cluster, head);
    return contribution(index + 1, {
      id,
      question: cluster.question,
      text,
      authorId,
      way,
      clusterId: head,
      marks: head === id ? [...cluster.marks] : [],
      state: cluster.validated === false ? 'captured' : 'validated',
      late: false,
      writtenAt: Math.round(opened + step * (index + 1)),
    });
  });
  const late = table.late.map(([authorId, question, text], index) => {
    const id = idOf(subTable.id, 'late', index + 1);
    const common = { id, question, text, authorId, way: 'phone', clusterId: id, marks: [] } as const;
    const no = inTime.length + index + 1;
    return contribution(no, { ...common, marks: [], state: 'captured', late: true, writtenAt: ended - minute });
  });
  const contributions = [...inTime, ...late];
  const dots: Record<string, number> = {};
  for (const [cluster, id] of heads) if (cluster.dots) dots[id] = cluster.dots;
  return {
    contributions,
    dots,
    // Clusters that a contribution left when it was joined with others stay, empty, as the verb that joins them leaves them.
    clusters: contributions.map(({ id, clusterId, question, writtenAt }): Cluster => {
      const cluster = clusterId === id ? table.clusters.find((one) => heads.get(one) === id) : undefined;
      return {
        id,
        subTableId: subTable.id,
        question,
        agreement: cluster?.agreement ?? null,
        minorityView: cluster?.minorityView ?? null,
        plenary: cluster?.plenary === true,
        position: writtenAt,
        validatedAt: cluster === undefined || cluster.validated === false ? null : ended,
        version: 1,
      };
    }),
  };
}

function resultOf(
  { founding }: Context,
  { table, subTable, said, closedAt }: { table: FoundingTable; subTable: SubTable; said: Said; closedAt: number },
) {
  const id = `${founding.lab.id}.resultado-${subTable.no}`;
  const circleOf = new Map(table.seats.map((seat) => [seat.id, seat.circle]));
  const seated = founding.people.filter(({ subTableId, role }) => subTableId === subTable.id && role === 'participant');
  const people = {
    people: seated.map(({ id: personId, name, institution, actorKind }) => ({
      personId,
      name,
      institution,
      actorKind,
      circle: circleOf.get(personId) ?? null,
    })),
    paper: table.seats.flatMap(({ id: seatId, circle, paper }) =>
      paper === undefined ? [] : [{ id: seatId, circle, ...paper }],
    ),
  };
  const clusters = said.clusters.filter((cluster) => said.contributions.some(({ clusterId }) => clusterId === cluster.id));
  return {
    row: {
      id,
      lab_id: founding.lab.id,
      kind: 'sub_table_result',
      title: `Resultado de la mesa ${subTable.no}: ${subTable.theme}`,
      participants_invited: 0,
      sub_table_id: subTable.id,
      created_at: closedAt,
    } as const,
    text: firstText({ id, text: subTableResult({ subTable, people, closedAt, ...said, clusters }), at: closedAt }),
  };
}

interface Placed {
  readonly table: FoundingTable;
  readonly subTable: SubTable;
  readonly said: Said;
  readonly closedAt: number | null;
  readonly resultId: string | null;
}

function rowsOf({ database, founding, at }: Context, { table, subTable, said, closedAt, resultId }: Placed) {
  const labId = founding.lab.id;
  const session = {
    sub_table_id: subTable.id,
    lab_id: labId,
    phase: table.phase,
    mode: 'hall',
    facilitator_id: facilitatorOf(founding),
    note_taker_id: table.noteTakerId,
    clock_ends_at: table.minutesLeft === null ? null : at + table.minutesLeft * minute,
    minutes: minutesDefault,
    seats: seatsDefault,
    dots: dotsDefault,
    anonymous_dots: 0,
    dots_closed_at: closedAt,
    opened_at: at - table.openedMinutesAgo * minute,
    closed_at: closedAt,
    result_document_id: resultId,
  };
  const ballotId = idOf(subTable.id, 'ballot');
  const given = Object.entries(said.dots);
  const people = Math.ceil(given.reduce((sum, [, dots]) => sum + dots, 0) / dotsDefault);
  return [
    database.insertInto('table_sessions').values(session),
    ...table.seats.map(({ id, circle, paper }) =>
      database.insertInto('seats').values({
        sub_table_id: subTable.id,
        id,
        circle,
        paper_name: paper?.name ?? null,
        institution: paper?.institution ?? null,
        actor_kind: paper?.actorKind ?? null,
        added_at: at,
      }),
    ),
    ...said.clusters.map(({ id, question, agreement, minorityView, plenary, position, validatedAt }) =>
      database.insertInto('clusters').values({
        id,
        sub_table_id: subTable.id,
        question,
        agreement,
        minority_view: minorityView,
        plenary: plenary ? 1 : 0,
        position,
        validated_at: validatedAt,
      }),
    ),
    ...said.contributions.map((one, index) =>
      database.insertInto('contributions').values({
        id: one.id,
        lab_id: labId,
        sub_table_id: subTable.id,
        no: index + 1,
        question: one.question,
        text: one.text,
        language: one.language,
        author_id: one.authorId,
        way: one.way,
        cluster_id: one.clusterId,
        marks: JSON.stringify(one.marks),
        state: one.state,
        late: one.late ? 1 : 0,
        written_at: one.writtenAt,
        received_at: one.receivedAt,
      }),
    ),
    ...(given.length === 0
      ? []
      : [
          database.insertInto('ballots').values({
            id: ballotId,
            sub_table_id: subTable.id,
            label: 'Manos levantadas',
            counted_people: people,
            cast_at: closedAt ?? at,
          }),
          ...given.map(([clusterId, dots]) =>
            database.insertInto('ballot_dots').values({ ballot_id: ballotId, cluster_id: clusterId, dots }),
          ),
        ]),
  ];
}

function eventsOf(founding: LabFounding, { subTable, said, closedAt, resultId }: Placed): NewEvent[] {
  const told = (type: NewEvent['type'], data: NewEvent['data']): NewEvent => ({
    actorId: facilitatorOf(founding),
    type,
    subjectId: subTable.id,
    data: { no: subTable.no, ...data },
  });
  const sent = ({ id, authorId, question, late }: Contribution): NewEvent => ({
    actorId: authorId,
    type: 'contribution.sent',
    subjectId: id,
    data: { table: subTable.no, question, inTime: !late },
  });
  return [
    told('table.opened', { mode: 'hall' }),
    ...said.contributions.filter(({ late }) => !late).map(sent),
    ...(closedAt === null ? [] : [told('table.closed', { documentId: resultId })]),
    ...said.contributions.filter(({ late }) => late).map(sent),
  ];
}

function facilitatorOf({ people }: LabFounding): string {
  return people.find(({ role }) => role === 'facilitator')?.id ?? '';
}
