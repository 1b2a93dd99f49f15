// A store that can be told to wait or to fail: for what happens between an append and its answer.
import { AppError, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { Append, DocumentStore } from '@cocrea/server/src/storage/document-store.ts';
import { createMemoryDocumentStore } from '@cocrea/server/src/storage/memory/document-store.ts';

export interface GatedStore extends DocumentStore {
  /** Batches given to `append` that were stored. */
  readonly batches: (readonly Append[])[];
  loads: number;
  /** From now on appends wait until `release`. */
  hold(): void;
  release(): void;
  /** Resolves when an append waits at the gate. */
  waiting(): Promise<void>;
  /** From now on appends fail with this code; null lets them through again. */
  failAppends(code: ErrorCode | null): void;
  failLoads(code: ErrorCode | null): void;
}

export function gatedStore(inner: DocumentStore = createMemoryDocumentStore()): GatedStore {
  let gate: { opened: Promise<void>; open: () => void } | null = null;
  let atGate: (() => void)[] = [];
  let waitingCount = 0;
  let appendFailure: ErrorCode | null = null;
  let loadFailure: ErrorCode | null = null;
  const batches: (readonly Append[])[] = [];
  const store: GatedStore = {
    ...inner,
    batches,
    loads: 0,
    hold: () => {
      let open = (): void => undefined;
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      gate = { opened, open };
    },
    release: () => {
      gate?.open();
      gate = null;
    },
    waiting: () => {
      if (waitingCount > 0) return Promise.resolve();
      return new Promise((resolve) => atGate.push(resolve));
    },
    failAppends: (code) => {
      appendFailure = code;
    },
    failLoads: (code) => {
      loadFailure = code;
    },
    load: async (documentId) => {
      store.loads += 1;
      // Let a turn pass, as a real store does.
      await new Promise((resolve) => setImmediate(resolve));
      if (loadFailure !== null) throw new AppError(loadFailure);
      return inner.load(documentId);
    },
    append: async (batch) => {
      if (gate !== null) {
        waitingCount += 1;
        for (const resolve of atGate.splice(0)) resolve();
        await gate.opened;
        waitingCount -= 1;
      }
      if (appendFailure !== null) throw new AppError(appendFailure);
      await inner.append(batch);
      batches.push(batch);
    },
  };
  atGate = [];
  return store;
}
