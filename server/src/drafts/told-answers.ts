// What was resolved of the observations on a draft counts as told to their authors from the moment the draft that answers it is published.
import type { Ledger } from '../storage/ledger.ts';
import type { AnswersPort } from './ports.ts';

export function createToldAnswers({ database }: Ledger): AnswersPort {
  return {
    told: ({ documentId, at }) => {
      const query = database
        .updateTable('observations')
        .set(({ eb }) => ({ state: 'answered', answered_at: at, version: eb('version', '+', 1) }))
        .where('document_id', '=', documentId)
        .where('state', '=', 'resolved');
      return Promise.resolve({ statements: [{ query: query.compile() }], events: [] });
    },
  };
}
