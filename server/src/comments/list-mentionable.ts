// Who can be named in a comment: people of the lab, offered while their name is typed. A few at a time: this is no list of the lab.
import { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { commentCounts, type Mentionable } from '@cocrea/shared/domain/comment.ts';
import { foldName } from '@cocrea/shared/domain/person.ts';
import type { Caller } from '../http/caller.ts';
import { commentedDocument } from './commented-document.ts';
import type { CommentDesk } from './ports.ts';

/** Throws AppError `comments_closed` and those of `authorize`. */
export async function listMentionable(
  desk: CommentDesk,
  caller: Caller,
  { labId, documentId, typed }: { labId: string; documentId: string; typed: string },
): Promise<Mentionable[]> {
  await commentedDocument(desk, caller, { labId, documentId });
  const { records, database } = desk;
  const query = database
    .selectFrom('people')
    .innerJoin('memberships', 'memberships.person_id', 'people.id')
    .where('memberships.lab_id', '=', labId)
    .where('memberships.removed_at', 'is', null)
    .where('people.id', '!=', caller.actor.personId)
    .orderBy('memberships.folded_name')
    .select(['people.id', 'people.name', 'people.actor_kind', 'people.color']);
  const wanted = foldName(typed);
  // The whole name first, then any word of it.
  const rank = (name: string): number => {
    const folded = foldName(name);
    if (folded.startsWith(wanted)) return 0;
    return folded.includes(` ${wanted}`) ? 1 : 2;
  };
  return (await records.read(query.compile()))
    .map((row) => ({ row, rank: rank(row.name) }))
    .filter((one) => one.rank < 2)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, commentCounts.offered)
    .map(({ row }) => ({ personId: row.id, name: row.name, actorKind: ActorKind.parse(row.actor_kind), color: row.color }));
}
