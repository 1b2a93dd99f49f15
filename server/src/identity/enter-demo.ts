// One click into the demonstration, as one of its fictional people: only from this very machine, and only while it is switched on.
import type { IncomingMessage } from 'node:http';
import type { demoDoors } from '@cocrea/shared/api/session.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { isFromThisMachine } from '../http/client-address.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { NewSession, Sessions } from './sessions.ts';

export interface DemoEntry {
  readonly on: boolean;
  readonly labId: string;
  /** The person behind each door. */
  readonly people: Readonly<Record<(typeof demoDoors)[number], string>>;
}

export function isDemoOffered(demo: DemoEntry, request: IncomingMessage): boolean {
  return demo.on && isFromThisMachine(request);
}

/** Throws AppError `demo_off`, `demo_loopback_only`, or `person_not_found` where that person was removed from the lab. */
export async function enterDemo(
  { ledger, sessions, demo }: { ledger: Ledger; sessions: Sessions; demo: DemoEntry },
  { as, request }: { as: (typeof demoDoors)[number]; request: IncomingMessage },
): Promise<NewSession> {
  if (!demo.on) throw new AppError('demo_off');
  if (!isFromThisMachine(request)) throw new AppError('demo_loopback_only');
  const personId = demo.people[as];
  const { records, database } = ledger;
  const membership = database.selectFrom('memberships').where('lab_id', '=', demo.labId).where('person_id', '=', personId);
  const [found] = await records.read(membership.where('removed_at', 'is', null).select('person_id').compile());
  if (found === undefined) throw new AppError('person_not_found');
  const session = sessions.prepare({ personId, account: false, kind: 'cookie' });
  await records.record({ labId: null, commandId: newId(), statements: [{ query: session.query }], events: [] });
  return session;
}
