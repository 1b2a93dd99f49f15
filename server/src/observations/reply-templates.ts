// Answers that are given again and again: kept in the words of the lab, changed, put away.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { putReplyTemplate as contract, ReplyTemplate } from '@cocrea/shared/api/observations.ts';
import { observationLimits, templateTitleLimit } from '@cocrea/shared/domain/observation.ts';
import { requiredText, typedLine } from '@cocrea/shared/domain/typed-text.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { authorize, type Caller } from '../http/caller.ts';
import type { Ledger } from '../storage/ledger.ts';
import { requireLab } from '../storage/require-lab.ts';

/** By title. */
export async function listReplyTemplates(ledger: Ledger, caller: Caller, labId: string): Promise<ReplyTemplate[]> {
  await requireLab(ledger, labId);
  authorize(caller, 'observation.answer', { labId });
  const query = ledger.database
    .selectFrom('reply_templates')
    .where('lab_id', '=', labId)
    .where('removed_at', 'is', null)
    .select(['id', 'title', 'text', 'version'])
    .orderBy('title')
    .orderBy('id');
  return ledger.records.read(query.compile());
}

/** The same id again changes it; the last who writes has it. */
export async function putReplyTemplate(
  ledger: Ledger,
  caller: Caller,
  { labId, commandId, id, title, text, removed }: BodyOf<typeof contract> & { labId: string },
): Promise<ReplyTemplate[]> {
  await requireLab(ledger, labId);
  authorize(caller, 'observation.answer', { labId });
  const named = typedLine(title, { field: 'title', limit: templateTitleLimit });
  if (named === null) throw new AppError('missing_field', { field: 'title' });
  const words = requiredText(text, { field: 'text', limit: observationLimits.response });
  const removedAt = removed ? ledger.now() : null;
  const insert = ledger.database
    .insertInto('reply_templates')
    .values({ id, lab_id: labId, title: named, text: words, removed_at: removedAt })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ title: named, text: words, removed_at: removedAt })
        .where('reply_templates.lab_id', '=', labId),
    );
  await ledger.records.record({
    labId,
    commandId,
    statements: [{ query: insert.compile(), expectRows: 1 }],
    events: [{ actorId: caller.actor.personId, type: 'reply_template.changed', subjectId: id, data: { removed } }],
  });
  return listReplyTemplates(ledger, caller, labId);
}
