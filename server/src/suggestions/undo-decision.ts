// Take a decision back: what its row wrote goes and what it deleted comes back, with all that was written since left alone; after an accepted
// one the fork says what it said, so that the suggestions stand again.
import { AppError } from '@cocrea/shared/errors.ts';
import type { DecidedSuggestions } from '@cocrea/shared/domain/suggestion.ts';
import { authorize, type Caller } from '../http/caller.ts';
import type { HouseEdit } from '../realtime/ports.ts';
import { wasDone } from '../storage/done-before.ts';
import { requireLab } from '../storage/require-lab.ts';
import { raiseVersion } from './decide-suggestions.ts';
import { decisionOf, draftSubject, findFork, storedText, updatesIn } from './forks.ts';
import type { SuggestionDesk } from './ports.ts';

/** Throws AppError `not_found`, `stale`, and those of `authorize`. */
export async function undoDecision(
  desk: SuggestionDesk,
  caller: Caller,
  { labId, draftId, id, commandId }: { labId: string; draftId: string; id: string; commandId: string },
): Promise<DecidedSuggestions> {
  await requireLab(desk, labId);
  const subject = await draftSubject(desk, { labId, draftId });
  authorize(caller, 'document.suggest', subject);
  const decided = await decisionOf(desk, { draftId, id });
  const actorId = caller.actor.personId;
  const isOwn = decided.decision === 'reject' && decided.authorId === actorId && decided.actorId === actorId;
  if (!isOwn) authorize(caller, 'suggestion.decide', subject);
  if (await wasDone(desk, { labId, commandId })) return decided;
  if (decided.undoneAt !== null) throw new AppError('stale');
  const fork = await findFork(desk, decided.forkId);
  if (fork === null) throw new AppError('not_found');
  const accepted = decided.decision === 'accept';
  const textId = accepted ? draftId : fork.id;
  const [row] = await desk.records.read(
    desk.database.selectFrom('suggestion_decisions').where('id', '=', id).select('row_seq as seq').compile(),
  );
  const [text, own] = await Promise.all([storedText(desk, textId), storedText(desk, fork.id)]);
  const history = await desk.store.history(textId, { fromSeq: 1, toSeq: text.lastSeq });
  const rows = (is: (seq: number) => boolean): Uint8Array[] =>
    history.filter(({ seq }) => is(seq)).flatMap(({ updates }) => updates);
  const at = row?.seq ?? 0;
  const made = await desk.reader.takeBack(
    { before: rows((seq) => seq < at), row: rows((seq) => seq === at), after: rows((seq) => seq > at) },
    accepted ? updatesIn(own) : null,
  );
  const edits: HouseEdit[] = [
    ...(made.document === null
      ? []
      : [{ documentId: textId, update: made.document, userId: accepted ? actorId : fork.authorId }]),
    ...(made.fork === null ? [] : [{ documentId: fork.id, update: made.fork, userId: fork.authorId, owners: text.clients }]),
  ];
  await desk.rooms.write(edits, (appends) =>
    desk.records.record({
      labId,
      commandId,
      statements: [
        raiseVersion(desk, fork),
        {
          query: desk.database
            .updateTable('suggestion_decisions')
            .set({ undone_at: desk.now() })
            .where('id', '=', id)
            .where('undone_at', 'is', null)
            .compile(),
          expectRows: 1,
        },
      ],
      appends,
      events: [
        {
          actorId,
          type: 'suggestion.decision_undone',
          subjectId: draftId,
          data: { fork: fork.id, author: fork.authorId, count: decided.count, decision: id },
        },
      ],
    }),
  );
  return decisionOf(desk, { draftId, id });
}
