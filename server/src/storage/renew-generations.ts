// What an older copy of the data needs before it is served: every text begins another generation, so that devices which hold later words
// keep them and offer them to their authors, instead of merging them into a history that lacks them.
import { randomBytes } from 'node:crypto';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Ledger } from './ledger.ts';

/** How many labs there are. Every text is renewed, those outside `documents` (what people suggest in) too, and each lab's log tells of it. */
export async function renewGenerations({ records, database }: Ledger): Promise<number> {
  const renew = database.updateTable('yjs_documents').set({ generation: randomBytes(16).toString('hex') });
  await records.record({ labId: null, commandId: newId(), statements: [{ query: renew.compile() }], events: [] });
  const labs = await records.read(database.selectFrom('labs').select('id').orderBy('id').compile());
  for (const { id: labId } of labs) {
    const event = { actorId: null, type: 'lab.restored', subjectId: labId, data: {} } as const;
    await records.record({ labId, commandId: newId(), statements: [], events: [event] });
  }
  return labs.length;
}
