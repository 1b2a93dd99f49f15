// The rows of a merge or a split: what it was made of stays as it was and moves on by a version, so that nobody changes it meanwhile.
import type { Change } from '../storage/record-store.ts';
import type { ProposalDesk } from './ports.ts';

interface NewLineage {
  readonly id: string;
  readonly labId: string;
  readonly kind: 'merge' | 'split';
  readonly actorId: string;
  readonly at: number;
  /** With the versions they were read at. */
  readonly from: readonly { readonly id: string; readonly version: number }[];
  /** Ids of proposals that are there already when these statements run. */
  readonly into: readonly string[];
}

export function lineageRows(desk: ProposalDesk, lineage: NewLineage): Change['statements'] {
  const { database } = desk;
  const { id, labId, kind, actorId, at, from, into } = lineage;
  const members = [
    ...from.map((origin, no) => ({ lineage_id: id, proposal_id: origin.id, part: 'from' as const, no })),
    ...into.map((result, no) => ({ lineage_id: id, proposal_id: result, part: 'into' as const, no })),
  ];
  return [
    ...from.map((origin) => movedOn(desk, origin)),
    {
      query: database
        .insertInto('proposal_lineages')
        .values({ id, lab_id: labId, kind, actor_id: actorId, at, undone_at: null })
        .compile(),
      expectRows: 1,
    },
    { query: database.insertInto('proposal_lineage_members').values(members).compile(), expectRows: members.length },
  ];
}

export function movedOn(
  { database }: ProposalDesk,
  { id, version }: { id: string; version: number },
): Change['statements'][number] {
  const query = database
    .updateTable('proposals')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version);
  return { query: query.compile(), expectRows: 1 };
}
