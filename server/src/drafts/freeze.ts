// Freeze a draft: its text as it is at this moment, its canonical form and its fingerprint, in one transaction with what it means for the draft
// before it. What was accepted before is in it; what comes after is refused, and stays with whoever wrote it.
import { canonicalDraft, fingerprintOf } from '@cocrea/shared/document/canonical.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { freezesRestOn, isFrozen } from '@cocrea/shared/domain/draft.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { lastSeq } from '../storage/last-seq.ts';
import type { Change } from '../storage/record-store.ts';
import { draftWithNeighbours, lives, type AskedStep } from './draft-step.ts';
import type { DraftDesk } from './ports.ts';
import { blockersOf } from './read-blockers.ts';

/** How often it is decided anew when something that may block it happened between deciding and writing down. */
const tries = 3;

export async function freeze(desk: DraftDesk, asked: AskedStep): Promise<void> {
  const { labId, draft } = asked;
  await desk.rooms.hold(draft.id, async ({ seq }) => {
    const body = await desk.texts.bodyOf(draft.id);
    const canonical = canonicalDraft({ lab: labId, draftNo: draft.draftNo, title: draft.title, body });
    const version = { id: newId(), seq, canonical, fingerprint: fingerprintOf(canonical) };
    for (let left = tries; ; left -= 1) {
      const decidedAt = await lastSeq(desk, labId);
      const { blockers } = await blockersOf(desk, { labId, draft, body });
      if (blockers.length > 0) throw new AppError('freeze_blocked', { count: blockers.length });
      try {
        return void (await desk.records.record(change(desk, asked, { version, decidedAt })));
      } catch (failure) {
        if (!(failure instanceof AppError) || failure.code !== 'stale' || left <= 1 || textMoved(failure)) throw failure;
        const now = await draftWithNeighbours(desk, { labId, id: draft.id });
        if (now.draft.state !== draft.state) throw new AppError('draft_step_refused');
        if (now.draft.life.version !== asked.version) throw failure;
      }
    }
  });
}

/** Not what was decided upon changed, but the text itself: `hold` asks again, for the text as it is then. */
function textMoved({ details }: AppError): boolean {
  return details['document'] !== undefined;
}

interface Deciding {
  readonly version: { readonly id: string; readonly seq: number; readonly canonical: string; readonly fingerprint: string };
  /** The last event of the lab when it was found that nothing blocks. */
  readonly decidedAt: number;
}

function change(desk: DraftDesk, asked: AskedStep, { version, decidedAt }: Deciding): Change {
  const { labId, commandId, personId, draft, previous } = asked;
  const { database } = desk;
  const { id, seq, canonical, fingerprint } = version;
  const answered = previous !== null && isOpenToAnswer(previous) ? previous : null;
  return {
    labId,
    commandId,
    statements: [
      {
        query: database
          .updateTable('documents')
          .set({ state: 'frozen' })
          .where('id', '=', draft.id)
          .where('state', '=', draft.state)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('events')
                  .select('seq')
                  .where('lab_id', '=', labId)
                  .where('seq', '>', decidedAt)
                  .where('type', 'in', freezesRestOn),
              ),
            ),
          )
          .compile(),
        expectRows: 1,
      },
      {
        query: database
          .insertInto('draft_versions')
          .values({
            ...{ id, lab_id: labId, document_id: draft.id, seq, kind: 'frozen', name: null, actor_id: personId },
            ...{ at: desk.now(), fingerprint, canonical },
          })
          .compile(),
      },
      lives(desk, asked, { frozen_version_id: id }),
      ...(answered === null
        ? []
        : [
            {
              query: database
                .updateTable('documents')
                .set({ state: 'answered' })
                .where('id', '=', answered.id)
                .where('state', '=', answered.state)
                .compile(),
              expectRows: 1,
            },
          ]),
    ],
    seals: [{ documentId: draft.id, seq }],
    events: [
      {
        actorId: personId,
        type: 'document.frozen',
        subjectId: draft.id,
        data: { draftNo: draft.draftNo, version: id, fingerprint },
      },
      ...(answered === null
        ? []
        : [
            {
              actorId: personId,
              type: 'document.answered' as const,
              subjectId: answered.id,
              data: { draftNo: answered.draftNo, by: draft.id },
            },
          ]),
    ],
  };
}

function isOpenToAnswer({ state }: DraftDocument): boolean {
  return isFrozen(state) && state !== 'answered';
}
