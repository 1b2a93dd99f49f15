// A list of who wants to be told something. One that fails is logged, and keeps nobody else from being told.
import type { RealtimeLog } from './ports.ts';

export class Listeners<News> {
  readonly #listeners = new Set<(news: News) => void>();
  readonly #log: RealtimeLog;

  constructor(log: RealtimeLog) {
    this.#log = log;
  }

  /** Gives the function that takes it off the list again. */
  add(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(news: News): void {
    for (const listener of this.#listeners) {
      try {
        listener(news);
      } catch (error) {
        this.#log.error({ err: error }, 'A listener of the engine failed.');
      }
    }
  }
}
