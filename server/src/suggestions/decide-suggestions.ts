// Accept or reject what one author suggests: the edits of the draft and of the fork, the decision and its event in one commit. The words that
// are accepted are their author's from then on. Two who decide at once: the second decides on what the first left.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { decideSuggestions as contract } from '@cocrea/shared/api/suggestions.ts';
import { suggestionReasonLimit, suggestionsAtOnce, type DecidedSuggestions } from '@cocrea/shared/domain/suggestion.ts';
import { typedLine } from '@cocrea/shared/domain/typed-text.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import type { HouseEdit } from '../realtime/ports.ts';
import type { Change } from '../storage/record-store.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { decisionOf, draftSubject, findFork, storedText, updatesIn, type Fork } from './forks.ts';
import type { SuggestionDesk } from './ports.ts';

/** How often it is decided anew when somebody decided meanwhile. */
const tries = 3;

export interface AskedDecision {
  readonly labId: string;
  readonly draftId: string;
  readonly asked: BodyOf<typeof contract>;
}

/** Throws AppError `not_found`, `suggestion_gone`, `suggestions_together`, `text_too_long`, and those of `authorize`. */
export async function decideSuggestions(
  desk: SuggestionDesk,
  caller: Caller,
  { labId, draftId, asked }: AskedDecision,
): Promise<DecidedSuggestions> {
  const { commandId, forkId, decision } = asked;
  await requireLab(desk, labId);
  const subject = await draftSubject(desk, { labId, draftId });
  const fork = await findFork(desk, forkId);
  const isOwn = fork?.authorId === caller.actor.personId && decision === 'reject';
  authorize(caller, isOwn ? 'document.suggest' : 'suggestion.decide', subject);
  if (fork?.draftId !== draftId) throw new AppError('not_found');
  const reason = typedLine(asked.reason, { field: 'reason', limit: suggestionReasonLimit });
  const ids = asked.ids === null ? null : [...new Set(asked.ids)];
  if (ids !== null && ids.length > suggestionsAtOnce) throw new AppError('invalid_field', { field: 'ids' });
  for (let left = tries; !(await wasDone(desk, { labId, commandId })); left -= 1) {
    try {
      const now = (await findFork(desk, forkId)) ?? fork;
      await decideOnce(desk, { fork: now, actorId: caller.actor.personId, commandId, decision, ids, reason });
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code !== 'stale' || left <= 1) throw failure;
    }
  }
  return decisionOf(desk, { draftId, id: commandId });
}

interface Deciding {
  readonly fork: Fork;
  readonly actorId: string;
  readonly commandId: string;
  readonly decision: 'accept' | 'reject';
  readonly ids: readonly string[] | null;
  readonly reason: string | null;
}

async function decideOnce(desk: SuggestionDesk, { fork, actorId, commandId, decision, ids, reason }: Deciding): Promise<void> {
  const { database } = desk;
  const { id, draftId, authorId, labId } = fork;
  const [body, own] = await Promise.all([storedText(desk, draftId), storedText(desk, id)]);
  const made = await desk.reader.decide({ body: updatesIn(body), fork: updatesIn(own) }, { decision, ids });
  if ('refused' in made) throw new AppError(made.refused === 'gone' ? 'suggestion_gone' : 'suggestions_together');
  const edits: HouseEdit[] = [
    ...(made.body === null ? [] : [{ documentId: draftId, update: made.body, userId: authorId }]),
    ...(made.fork === null ? [] : [{ documentId: id, update: made.fork, userId: authorId, owners: body.clients }]),
  ];
  const count = made.decided.length;
  await desk.rooms.write(edits, (rows) => {
    const written = rows.find(({ documentId }) => documentId === (decision === 'accept' ? draftId : id));
    if (written === undefined) throw new AppError('suggestion_gone');
    const values = {
      id: commandId,
      lab_id: labId,
      fork_id: id,
      actor_id: actorId,
      decision,
      reason,
      count,
      at: desk.now(),
      row_seq: written.seq,
    };
    return desk.records.record({
      labId,
      commandId,
      statements: [
        // One that somebody decided meanwhile is decided anew.
        raiseVersion(desk, fork),
        { query: database.insertInto('suggestion_decisions').values(values).compile(), expectRows: 1 },
      ],
      // A decision is no change of what its author wrote.
      appends: rows.map((row) => (row.documentId === id ? { ...row, at: fork.changedAt } : row)),
      events: [
        {
          actorId,
          type: decision === 'accept' ? 'suggestion.accepted' : 'suggestion.rejected',
          subjectId: draftId,
          data: { fork: id, author: authorId, count, decision: commandId },
        },
      ],
    });
  });
}

/** Throws AppError `stale` in its transaction where somebody decided on the same fork since it was read. */
export function raiseVersion(
  { database }: Pick<SuggestionDesk, 'database'>,
  { id, version }: Fork,
): Change['statements'][number] {
  const query = database
    .updateTable('suggestion_forks')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version);
  return { query: query.compile(), expectRows: 1 };
}
