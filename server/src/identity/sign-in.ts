// Signing in with name and password: the same answer in the same time whether or not there is such an account.
import { foldName, passwordLimit } from '@cocrea/shared/domain/person.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { AttemptLimit } from './attempt-limit.ts';
import type { Passwords } from './password.ts';
import type { NewSession, Sessions } from './sessions.ts';

export interface SignInDesk {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  /** Of one name from one address, and of one address whatever the name. */
  readonly perName: AttemptLimit;
  readonly perAddress: AttemptLimit;
}

/** Throws AppError `wrong_credentials` or `rate_limited`. */
export async function signIn(desk: SignInDesk, asked: { name: string; password: string; address: string }): Promise<NewSession> {
  const { ledger, sessions, passwords } = desk;
  const accountName = foldName(asked.name.slice(0, 1000));
  const succeed = [desk.perName.attempt(`${asked.address} ${accountName}`), desk.perAddress.attempt(asked.address)];
  const { records, database } = ledger;
  const query = database.selectFrom('people').where('account_name', '=', accountName).select(['id', 'password_hash']);
  const [person] = await records.read(query.compile());
  const fits = await passwords.verify(asked.password.slice(0, passwordLimit * 16), person?.password_hash ?? null);
  if (!fits || person === undefined) throw new AppError('wrong_credentials');
  for (const giveBack of succeed) giveBack();
  const session = sessions.prepare({ personId: person.id, account: true, kind: 'cookie' });
  await records.record({ labId: null, commandId: newId(), statements: [{ query: session.query }], events: [] });
  return session;
}
