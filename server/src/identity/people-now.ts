// What the open rooms and feeds ask again and again: who somebody is now and what they are part of. Remembered for seconds, and forgotten
// the moment an event of the log says it changed.
import type { IncomingMessage } from 'node:http';
import type { Membership } from '@cocrea/shared/permissions.ts';
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import type { EventType } from '@cocrea/shared/domain/event.ts';
import type { Bus } from '../bus/bus.ts';
import type { Recognise } from '../http/caller.ts';
import type { Ledger } from '../storage/ledger.ts';
import { createReadCache } from '../storage/read-cache.ts';
import { createEndedSessions } from './ended-sessions.ts';

export interface PersonNow {
  readonly personId: string;
  readonly name: string;
  readonly color: number;
  readonly actorKind: ActorKind;
  readonly memberships: readonly Membership[];
  readonly removedFrom: readonly string[];
  /** False once every session of theirs has ended: signed out everywhere. */
  readonly signedIn: boolean;
}

export interface PeopleNow {
  identify(request: IncomingMessage): Promise<string | null>;
  /** Null for an id that is nobody's. */
  of(personId: string): Promise<PersonNow | null>;
  onChanged(listener: (personId: string) => void): () => void;
  /** For what leaves no event: sessions that ended. Other nodes are told too. */
  changed(personId: string): void;
  /** Stops looking for sessions that run out. */
  close(): void;
}

/** Milliseconds. A session that ends leaves no event: what it opened is ended so soon after, on nodes that may have heard of it from nobody. */
const endsLookedForEvery = { alone: 5_000, together: 1_000 } as const;
const topic = 'people';
const changesPeople: readonly EventType[] = [
  'person.joined',
  'person.created',
  'person.renamed',
  'person.role_changed',
  'person.removed',
];

export function createPeopleNow(ledger: Ledger, { recognise, bus }: { recognise: Recognise; bus: Bus }): PeopleNow {
  const listeners = new Set<(personId: string) => void>();
  const people = createReadCache<PersonNow | null>(ledger.now);

  const changed = (personId: string): void => {
    people.forget(personId);
    for (const listener of [...listeners]) listener(personId);
  };
  ledger.records.onEvents((events) => {
    for (const { type, subjectId } of events) if (changesPeople.includes(type)) changed(subjectId);
  });

  const ended = createEndedSessions(ledger);
  const lookForEnds = (): void => {
    ended.since().then(
      (personIds) => personIds.forEach(changed),
      // A store that cannot be read now is asked for the same time again.
      () => undefined,
    );
  };
  const looking = setInterval(lookForEnds, bus.isShared ? endsLookedForEvery.together : endsLookedForEvery.alone);
  looking.unref();
  const stopHearing = bus.subscribe(topic, {
    hear: (message) => changed(Buffer.from(message).toString()),
    listening: lookForEnds,
  });

  return {
    identify: async (request) => {
      const recognised = await recognise(request);
      return 'caller' in recognised ? recognised.caller.actor.personId : null;
    },
    of: (personId) => people.read(personId, () => readPerson(ledger, personId)),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed: (personId) => {
      bus.publish(topic, Buffer.from(personId));
      changed(personId);
    },
    close: () => {
      clearInterval(looking);
      stopHearing();
    },
  };
}

async function readPerson({ records, database, now }: Ledger, personId: string): Promise<PersonNow | null> {
  const at = now();
  const rows = await records.read(
    database
      .selectFrom('people')
      .leftJoin('memberships', 'memberships.person_id', 'people.id')
      .where('people.id', '=', personId)
      .select(['people.name', 'people.color', 'people.actor_kind'])
      .select(['memberships.lab_id', 'memberships.role', 'memberships.sub_table_id', 'memberships.removed_at'])
      .select(({ exists, selectFrom }) =>
        exists(
          selectFrom('sessions')
            .whereRef('sessions.person_id', '=', 'people.id')
            .where('expires_at', '>', at)
            .select('secret_hash'),
        ).as('signed_in'),
      )
      .compile(),
  );
  const [first] = rows;
  if (first === undefined) return null;
  return {
    personId,
    name: first.name,
    color: first.color,
    actorKind: first.actor_kind as ActorKind,
    memberships: rows.flatMap(({ lab_id: labId, role, sub_table_id: subTableId, removed_at: removedAt }) =>
      labId === null || removedAt !== null ? [] : [{ labId, role: role as Role, subTableId }],
    ),
    removedFrom: rows.flatMap(({ lab_id: labId, removed_at: removedAt }) =>
      labId === null || removedAt === null ? [] : [labId],
    ),
    signedIn: Boolean(first.signed_in),
  };
}
