// Who is connected, counted by address and by person, so that one of them cannot take every place.
import { AppError } from '@cocrea/shared/errors.ts';
import type { RealtimeLimits } from './limits.ts';
import type { Session } from './session.ts';

export class Census {
  readonly #limits: Pick<RealtimeLimits, 'connectionsPerAddress' | 'connectionsPerPerson'>;
  readonly #addresses = new Map<string, number>();
  readonly #people = new Map<string, Set<Session>>();
  readonly #sessions = new Set<Session>();

  constructor(limits: Pick<RealtimeLimits, 'connectionsPerAddress' | 'connectionsPerPerson'>) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#sessions.size;
  }

  all(): Iterable<Session> {
    return this.#sessions;
  }

  of(userId: string): Iterable<Session> {
    return this.#people.get(userId) ?? [];
  }

  /** Takes a place of an address; the function given frees it. Throws AppError `too_many_connections_address`. */
  takePlace(address: string): () => void {
    const limit = this.#limits.connectionsPerAddress;
    const taken = this.#addresses.get(address) ?? 0;
    if (taken >= limit) throw new AppError('too_many_connections_address', { limit });
    this.#addresses.set(address, taken + 1);
    return () => {
      const left = (this.#addresses.get(address) ?? 1) - 1;
      if (left === 0) this.#addresses.delete(address);
      else this.#addresses.set(address, left);
    };
  }

  /** Throws AppError `too_many_connections_person` when that person has no place left. */
  assertRoomFor(userId: string): void {
    const limit = this.#limits.connectionsPerPerson;
    if ((this.#people.get(userId)?.size ?? 0) >= limit) throw new AppError('too_many_connections_person', { limit });
  }

  add(session: Session): void {
    this.#sessions.add(session);
    const sessions = this.#people.get(session.userId);
    if (sessions === undefined) this.#people.set(session.userId, new Set([session]));
    else sessions.add(session);
  }

  remove(session: Session): void {
    this.#sessions.delete(session);
    const sessions = this.#people.get(session.userId);
    sessions?.delete(session);
    if (sessions?.size === 0) this.#people.delete(session.userId);
  }
}
