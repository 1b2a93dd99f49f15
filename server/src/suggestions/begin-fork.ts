// Begin to suggest: a text of one's own that starts as the draft stands, with the same history, blocks and authors. Asked for again it is the same.
import type { SuggestionFork } from '@cocrea/shared/domain/suggestion.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import { requireLab } from '../storage/require-lab.ts';
import { draftSubject, findFork, forkIdOf, storedText, updatesIn, type Fork } from './forks.ts';
import type { SuggestionDesk } from './ports.ts';

/** Throws AppError `document_not_found` and those of `authorize`. */
export async function beginFork(
  desk: SuggestionDesk,
  caller: Caller,
  { labId, draftId, commandId }: { labId: string; draftId: string; commandId: string },
): Promise<{ created: boolean; output: SuggestionFork }> {
  const { personId } = caller.actor;
  await requireLab(desk, labId);
  authorize(caller, 'document.suggest', await draftSubject(desk, { labId, draftId }));
  const id = forkIdOf(draftId, personId);
  const known = await findFork(desk, id);
  if (known !== null) return { created: false, output: told(known) };
  const body = await storedText(desk, draftId);
  const at = desk.now();
  const fork = { id, draft_id: draftId, lab_id: labId, author_id: personId, body_seq: body.lastSeq, created_at: at };
  const text = {
    documentId: id,
    generation: newId(),
    at,
    firstUpdate: (await desk.reader.compact(updatesIn(body))).bytes,
    clients: [...body.clients].map(([clientId, userId]) => ({ clientId, userId })),
  };
  try {
    await desk.records.record({
      labId,
      commandId,
      statements: [{ query: desk.database.insertInto('suggestion_forks').values(fork).compile(), expectRows: 1 }],
      documents: [text],
      events: [{ actorId: personId, type: 'suggestion.begun', subjectId: draftId, data: { fork: id } }],
    });
  } catch (failure) {
    // Another tab was first.
    if (!(failure instanceof AppError) || failure.code !== 'id_taken') throw failure;
  }
  const made = await findFork(desk, id);
  if (made === null) throw new AppError('id_taken');
  return { created: true, output: told(made) };
}

export function told({ id, draftId, authorId, createdAt, changedAt }: Fork): SuggestionFork {
  return { id, draftId, authorId, createdAt, changedAt };
}
