// Who a device is: a random secret in its cookie or token, of which the server keeps only the hash.
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { CompiledQuery } from 'kysely';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import type { Caller, Recognise } from '../http/caller.ts';
import { cookieOf } from '../http/cookies.ts';
import type { Ledger } from '../storage/ledger.ts';

export const sessionCookie = 'cocrea_session';

export interface SessionLengths {
  readonly accountDays: number;
  readonly deviceDays: number;
  readonly tokenDays: number;
}

export interface NewSession {
  readonly secret: string;
  readonly secretHash: string;
  /** Stores it; part of the change that makes the session. */
  readonly query: CompiledQuery;
}

export interface Sessions {
  readonly recognise: Recognise;
  /** The caller a stored session belongs to; null when there is none, or it is over. */
  callerOf(secretHash: string): Promise<Caller | null>;
  prepare(person: { personId: string; account: boolean; kind: 'cookie' | 'token' }): NewSession;
  /** It has run out, on every node, from now on. */
  end(secretHash: string): Promise<void>;
  endAll(personId: string): Promise<void>;
  /** Forgets sessions that ended more than a month ago; until then their people are told why they are out. */
  forgetOld(): Promise<void>;
}

const day = 86_400_000;
/** A session's last use is noted at most so often, so that reading does not mean writing. */
const seenEvery = 3_600_000;
const expiredKept = 30 * day;
/**
 * Milliseconds by which the clocks of the nodes that share a store may differ. What is ended has run out so long ago, so that it is over on
 * each of them at once.
 */
export const clocksDiffer = 30_000;

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function createSessions(ledger: Ledger, lengths: SessionLengths): Sessions {
  const { records, database, now } = ledger;
  const lengthOf = ({ account, kind }: { account: boolean; kind: 'cookie' | 'token' }): number =>
    day * (kind === 'token' ? lengths.tokenDays : account ? lengths.accountDays : lengths.deviceDays);

  // Asked for every request and every line that opens: writing the same SQL again would cost more than running it.
  const sessionOf = database
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .leftJoin('memberships', 'memberships.person_id', 'people.id')
    .leftJoin('labs', 'labs.id', 'memberships.lab_id')
    .where('sessions.secret_hash', '=', '')
    .orderBy('memberships.joined_at')
    .select(['sessions.kind', 'sessions.created_at', 'sessions.seen_at', 'sessions.expires_at'])
    .select(['people.id', 'people.name', 'people.color', 'people.actor_kind', 'people.password_hash', 'people.version'])
    .select(['labs.id as lab_id', 'labs.name as lab_name'])
    .select(['memberships.role', 'memberships.sub_table_id', 'memberships.removed_at'])
    .compile();

  const find = async (
    secretHash: string,
  ): Promise<{ caller: Caller; createdAt: number; seenAt: number; expiresAt: number } | null> => {
    const query: typeof sessionOf = { ...sessionOf, parameters: [secretHash] };
    const rows = await records.read(query);
    const [first] = rows;
    if (first === undefined) return null;
    const inLabs = rows.flatMap(({ lab_id: labId, lab_name: labName, role, sub_table_id: subTableId, removed_at: removedAt }) =>
      labId === null || labName === null ? [] : [{ labId, labName, role: role as Role, subTableId, removedAt }],
    );
    const caller: Caller = {
      actor: { personId: first.id, memberships: inLabs.filter(({ removedAt }) => removedAt === null) },
      name: first.name,
      color: first.color,
      actorKind: first.actor_kind,
      account: first.password_hash !== null,
      version: first.version,
      removedFrom: inLabs.filter(({ removedAt }) => removedAt !== null).map(({ labId }) => labId),
      session: { secretHash, kind: first.kind },
    };
    return { caller, createdAt: first.created_at, seenAt: first.seen_at, expiresAt: first.expires_at };
  };

  const note = async (caller: Caller, createdAt: number): Promise<void> => {
    const { session, account } = caller;
    // Later than the making even within one millisecond: a session that was never used can be told from one that was.
    const seenAt = Math.max(now(), createdAt + 1);
    const slides = session.kind === 'cookie' ? { expires_at: seenAt + lengthOf({ account, kind: 'cookie' }) } : {};
    const query = database
      .updateTable('sessions')
      .set({ seen_at: seenAt, ...slides })
      .where('secret_hash', '=', session.secretHash)
      // One that was ended meanwhile does not come back by having been used.
      .where('expires_at', '>', now());
    await change(ledger, query.compile());
  };
  /** The row stays, as that of one that ran out: so every node finds it without being told. */
  const over = () => {
    const at = now() - clocksDiffer;
    return database.updateTable('sessions').set({ expires_at: at }).where('expires_at', '>', at);
  };

  return {
    recognise: async (request) => {
      const { secret, from } = secretOf(request);
      if (secret === undefined) return { refused: 'unauthenticated' };
      const found = await find(hashSecret(secret));
      if (found === null) return { refused: from === 'cookie' ? 'session_expired' : 'unauthenticated' };
      if (found.expiresAt <= now()) return { refused: 'session_expired' };
      const { caller, createdAt, seenAt } = found;
      // Not being able to write down that somebody is here (a full disk) is no reason to turn them away. A first use is waited for, because
      // it ends what `joinWithCode` takes for a request sent again; a thousand people who come back at once wait for none of it.
      const noting =
        seenAt === createdAt || now() - seenAt > seenEvery ? note(caller, createdAt).catch(() => undefined) : undefined;
      if (seenAt === createdAt) await noting;
      return { caller };
    },
    callerOf: async (secretHash) => {
      const found = await find(secretHash);
      return found !== null && found.expiresAt > now() ? found.caller : null;
    },
    prepare: ({ personId, account, kind }) => {
      const secret = randomBytes(32).toString('base64url');
      const secretHash = hashSecret(secret);
      const at = now();
      const row = { secret_hash: secretHash, person_id: personId, kind, created_at: at, seen_at: at };
      const query = database.insertInto('sessions').values({ ...row, expires_at: at + lengthOf({ account, kind }) });
      return { secret, secretHash, query: query.compile() };
    },
    end: (secretHash) => change(ledger, over().where('secret_hash', '=', secretHash).compile()),
    endAll: (personId) => change(ledger, over().where('person_id', '=', personId).compile()),
    forgetOld: () =>
      change(
        ledger,
        database
          .deleteFrom('sessions')
          .where('expires_at', '<', now() - expiredKept)
          .compile(),
      ),
  };
}

/** A change of sessions alone: outside every lab, and without events. */
async function change({ records }: Ledger, query: CompiledQuery): Promise<void> {
  await records.record({ labId: null, commandId: newId(), statements: [{ query }], events: [] });
}

/** A bearer token comes before a cookie; in the query it counts only where no header can be set: on sockets. */
function secretOf({ headers, url = '' }: IncomingMessage): { secret: string | undefined; from: 'cookie' | 'token' } {
  const bearer = /^Bearer ([A-Za-z0-9_-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { secret: bearer, from: 'token' };
  const inQuery = /^\/(?:sync|feed)[/?]/.test(url) ? new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('token') : null;
  if (inQuery) return { secret: inQuery, from: 'token' };
  return { secret: cookieOf(headers, sessionCookie), from: 'cookie' };
}
