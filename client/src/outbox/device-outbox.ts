// The outbox of this device: joined to the API, to localStorage, and to what tells a page that the world looks better. One a person and
// lab, and it goes on while other pages are shown; when another person enters, the one before stops and keeps what it has.
import type { sendContribution } from '@cocrea/shared/api/contributions.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { call, NetworkFailure } from '../api/call.ts';
import { serverNow } from '../api/server-time.ts';
import { deviceShelf } from './device-shelf.ts';
import { shelfName } from './kept-items.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { Queued } from './queued.ts';

/** Milliseconds an answer is waited for: a line that is frozen says nothing. What arrives all the same is the same contribution. */
const patience = 20_000;

let current: { readonly name: string; readonly outbox: Outbox } | null = null;

export function outboxOf(whose: { personId: string; lab: string }): Outbox {
  const name = shelfName(whose);
  if (current?.name === name) return current.outbox;
  current?.outbox.close();
  const outbox = createOutbox(
    {
      send: (item, how) => send({ ...whose, item, ...how }),
      shelf: deviceShelf(),
      now: serverNow,
      random: Math.random,
      after: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    whose,
  );
  if (current === null) watchDevice();
  current = { name, outbox };
  outbox.wake();
  return outbox;
}

async function send({
  personId,
  lab,
  item,
  askIfLate,
}: {
  personId: string;
  lab: string;
  item: Queued;
  askIfLate: boolean;
}): Promise<Contribution> {
  const { id, table, question, text, language, way, circle, onBehalfOf, writtenAt } = item;
  const sending = call<typeof sendContribution>('POST /api/labs/:lab/tables/:table/contributions', {
    params: { lab, table: String(table) },
    body: { id, question, text, language, way, circle, onBehalfOf, writtenAt, writtenBy: personId, askIfLate },
  });
  const enough = new Promise<never>((_, reject) => setTimeout(() => reject(new NetworkFailure('no answer')), patience));
  return (await Promise.race([sending, enough])).contribution;
}

/** Once for the life of the page: whatever outbox is current is told. */
function watchDevice(): void {
  const wake = (): void => current?.outbox.wake();
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake();
  });
  addEventListener('storage', ({ key }) => current?.outbox.reread(key));
  // Whatever opens next need not wait until the turn of a page that is gone runs out.
  addEventListener('pagehide', () => current?.outbox.leave());
  addEventListener('beforeunload', (event) => {
    // Only where closing loses something: what is on the device is sent another time.
    if (current?.outbox.view().onDevice === false) event.preventDefault();
  });
}
