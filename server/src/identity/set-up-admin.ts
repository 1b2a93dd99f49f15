// The one-time link of the first start: whoever opens it becomes the administrator. It works once, and only while there is none.
import { randomBytes } from 'node:crypto';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { AttemptLimit } from './attempt-limit.ts';
import { createAdmin } from './create-admin.ts';
import type { Passwords } from './password.ts';
import { hashSecret, type NewSession, type Sessions } from './sessions.ts';

/** Milliseconds in which the nodes of an installation are started: each prints a link, and each of these is good. */
const startedTogether = 10 * 60_000;

/**
 * A fresh secret for the link, which makes every earlier one worthless, but for those of other nodes that have just started; null when there is
 * an administrator.
 */
export async function makeSetupLink(
  { records, database, now }: Ledger,
  { isShared }: { isShared: boolean },
): Promise<string | null> {
  const admins = database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('memberships.role', '=', 'admin')
    .where('memberships.removed_at', 'is', null)
    .where('people.password_hash', 'is not', null)
    .select('people.id')
    .limit(1);
  if ((await records.read(admins.compile())).length > 0) return null;
  const secret = randomBytes(24).toString('base64url');
  await records.record({
    labId: null,
    commandId: newId(),
    statements: [
      {
        query: database
          .deleteFrom('setup_links')
          .where('used_at', 'is', null)
          .where('created_at', '<=', isShared ? now() - startedTogether : Number.MAX_SAFE_INTEGER)
          .compile(),
      },
      {
        query: database
          .insertInto('setup_links')
          .values({ secret_hash: hashSecret(secret), created_at: now() })
          .compile(),
      },
    ],
    events: [],
  });
  return secret;
}

/** Throws AppError `setup_link_used` for a link that is unknown, used or replaced, and what `createAdmin` throws. */
export async function setUpAdmin(
  { ledger, sessions, passwords, attempts }: { ledger: Ledger; sessions: Sessions; passwords: Passwords; attempts: AttemptLimit },
  asked: { secret: string; id: string; name: string; password: string; address: string },
): Promise<NewSession> {
  const succeed = attempts.attempt(asked.address);
  const { records, database, now } = ledger;
  const secretHash = hashSecret(asked.secret);
  const link = database.selectFrom('setup_links').where('secret_hash', '=', secretHash).where('used_at', 'is', null);
  const isGood = async (): Promise<boolean> => (await records.read(link.select('secret_hash').compile())).length > 0;
  if (!(await isGood())) throw new AppError('setup_link_used');
  succeed();
  const use = database.updateTable('setup_links').set({ used_at: now() }).where('secret_hash', '=', secretHash);
  const session = sessions.prepare({ personId: asked.id, account: true, kind: 'cookie' });
  try {
    await createAdmin({ ledger, passwords }, asked, [
      { query: use.where('used_at', 'is', null).compile(), expectRows: 1 },
      // After the person it belongs to.
      { query: session.query },
    ]);
  } catch (failure) {
    // Whatever somebody who came second met, it is that the link was used meanwhile.
    if (failure instanceof AppError && !(await isGood())) throw new AppError('setup_link_used');
    throw failure;
  }
  return session;
}
