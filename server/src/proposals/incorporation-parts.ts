// A proposal that goes into a block of a draft, as parts of somebody else's change. One that is validated becomes incorporated; any other keeps
// the step it stands on, and only the block says where it comes from.
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Change } from '../storage/record-store.ts';

interface Incorporation {
  readonly labId: string;
  readonly id: string;
  readonly actorId: string;
  readonly commandId: string;
  readonly blocks: readonly string[];
}

interface Parts {
  readonly statements: Change['statements'];
  readonly events: readonly NewEvent[];
}

/** Throws AppError `source_not_found`, and `source_settled` for one that was decided against or taken back. */
export async function incorporationParts(ledger: Ledger, asked: Incorporation): Promise<Parts> {
  const { state, version } = await standingOf(ledger, asked);
  if (state === 'not_incorporated' || state === 'withdrawn') throw new AppError('source_settled');
  if (state !== 'validated') return { statements: [], events: [] };
  return stepParts(ledger, { ...asked, version, from: state, to: 'incorporated', type: 'proposal.incorporated' });
}

/** The last block that named it does so no more: it waits for a place again. */
export async function incorporationUndone(ledger: Ledger, asked: Incorporation): Promise<Parts> {
  const { state, version } = await standingOf(ledger, asked);
  if (state !== 'incorporated') return { statements: [], events: [] };
  return stepParts(ledger, { ...asked, version, from: state, to: 'validated', type: 'proposal.validated' });
}

async function standingOf(
  { records, database }: Ledger,
  { labId, id }: Incorporation,
): Promise<{ state: string; version: number }> {
  const query = database.selectFrom('proposals').where('lab_id', '=', labId).where('id', '=', id).select(['state', 'version']);
  const [row] = await records.read(query.compile());
  if (row === undefined) throw new AppError('source_not_found');
  return row;
}

function stepParts(
  { database }: Ledger,
  step: Incorporation & { version: number; from: string; to: string; type: 'proposal.incorporated' | 'proposal.validated' },
): Parts {
  const { id, version, from, to, type, actorId, commandId, blocks } = step;
  return {
    statements: [
      {
        query: database
          .updateTable('proposals')
          .set({ state: to, version: version + 1 })
          .where('id', '=', id)
          .where('version', '=', version)
          .compile(),
        expectRows: 1,
      },
      {
        query: database
          .insertInto('proposal_steps')
          .values({ proposal_id: id, command_id: commandId, event_type: type, reason: null, blocks: JSON.stringify(blocks) })
          .compile(),
      },
    ],
    events: [{ actorId, type, subjectId: id, data: { from, to, blocks: blocks.length } }],
  };
}
