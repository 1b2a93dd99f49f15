// Give a name to the text as it is now. The same id again is answered with what was made then.
import { AppError } from '@cocrea/shared/errors.ts';
import { requiredText } from '@cocrea/shared/domain/typed-text.ts';
import { versionNameLimit, type DraftVersion } from '@cocrea/shared/domain/draft.ts';
import type { Caller } from '../http/caller.ts';
import { versionsOf } from './list-versions.ts';
import { openHistory, type Place } from './open-history.ts';
import type { HistoryDesk } from './ports.ts';

/** Throws AppError `missing_field`, `text_too_long`, `id_taken`. */
export async function nameVersion(
  desk: HistoryDesk,
  caller: Caller,
  { id, name: typed, ...place }: Place & { id: string; name: string },
): Promise<{ created: boolean; version: DraftVersion }> {
  const { labId, documentId } = place;
  await openHistory(desk, caller, { ...place, to: 'version.name' });
  const name = requiredText(typed.replace(/\s+/g, ' '), { field: 'name', limit: versionNameLimit });
  const known = (await versionsOf(desk, documentId)).find((version) => version.id === id);
  if (known !== undefined) {
    if (known.kind !== 'named' || known.actorId !== caller.actor.personId) throw new AppError('id_taken');
    return { created: false, version: known };
  }
  const actorId = caller.actor.personId;
  const version = { id, seq: await desk.past.lastSeq(documentId), at: desk.now() };
  await desk.records.record({
    labId,
    commandId: id,
    statements: [
      {
        query: desk.database
          .insertInto('draft_versions')
          .values({ ...version, lab_id: labId, document_id: documentId, kind: 'named', name, actor_id: actorId })
          .compile(),
      },
    ],
    events: [{ actorId, type: 'document.version_named', subjectId: documentId, data: { versionId: id, seq: version.seq } }],
  });
  return { created: true, version: { ...version, documentId, kind: 'named', name, actorId, fingerprint: null } };
}
