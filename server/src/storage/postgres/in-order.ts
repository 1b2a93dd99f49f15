// What bears one name is done one after the other, in the order it was asked; what bears another does not wait for it.

export interface InOrder {
  /** Runs `work` after all that was asked before under the same name has ended, well or not. */
  run<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing waits and nothing is under way. */
  settled(): Promise<void>;
}

export function createInOrder(): InOrder {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (name, work) => {
      const done = (last.get(name) ?? Promise.resolve()).then(work);
      const ended = done
        .catch(() => undefined)
        .then(() => {
          if (last.get(name) === ended) last.delete(name);
        });
      last.set(name, ended);
      return done;
    },
    settled: async () => {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
