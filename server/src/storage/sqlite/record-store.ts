// The record store over SQLite: the main thread's side, which asks the database thread and tells listeners what was committed.
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import type { ThreadLink } from '../../threads/thread-link.ts';
import type { RecordStore } from '../record-store.ts';
import { sendable } from './document-store.ts';
import { packFlush } from './flush-format.ts';
import type { Operations, PlainChange } from './operations.ts';

export function createSqliteRecordStore(
  link: ThreadLink<Operations>,
  { now, onTrouble }: { now: () => number; onTrouble: (trouble: Error) => void },
): RecordStore {
  const listeners = new Set<(events: readonly LabEvent[]) => void>();

  const tell = (events: readonly LabEvent[]): void => {
    for (const listener of [...listeners]) {
      try {
        listener(events);
      } catch (error) {
        // The change is committed; a listener that fails must not make it look undone.
        onTrouble(error instanceof Error ? error : new Error(String(error)));
      }
    }
  };

  return {
    read: async <Row>(query: { readonly sql: string; readonly parameters: readonly unknown[] }) =>
      (await link.ask('runQuery', { sql: query.sql, parameters: query.parameters })) as Row[],

    record: async ({ labId, commandId, statements, events, documents = [], appends = [], seals = [] }) => {
      const flush = appends.length === 0 ? null : packFlush(appends);
      const change: PlainChange = {
        labId,
        commandId,
        at: now(),
        statements: statements.map(({ query, ...rest }) => ({ sql: query.sql, parameters: query.parameters, ...rest })),
        events,
        documents: documents.map(sendable),
        flush,
        seals,
      };
      const recorded = await link.ask('recordChange', change, flush === null ? [] : [flush]);
      if (recorded.outcome === 'recorded' && recorded.events.length > 0) tell(recorded.events);
      return recorded;
    },

    events: async (labId, range) => link.ask('readEvents', { labId, ...range }),

    onEvents: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
