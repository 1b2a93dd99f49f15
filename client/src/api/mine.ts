// What a phone at a table shows: the table with what oneself contributed, asked in one answer. State of the program, as who one is, so that
// this page carries no query cache; kept on the device, so that it is there at once and without a line.
import type { editContribution, readMine, restoreContribution, withdrawContribution } from '@cocrea/shared/api/contributions.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { useEffect } from 'react';
import { create } from 'zustand';
import { call, NetworkFailure } from './call.ts';
import { keepOnDevice, keptOnDevice } from './kept-on-device.ts';
import { patiently } from './patiently.ts';
import { hearServerTime } from './server-time.ts';
import { onAnotherPerson, personNow } from './session.ts';

export type MineAnswer = OutputOf<typeof readMine>;

export interface TablePlace {
  readonly lab: string;
  /** The table's number. */
  readonly no: number;
}

interface Known {
  readonly data: MineAnswer | undefined;
  /** Why asking last failed; what was known before still stands. */
  readonly error: Error | null;
  readonly isFetching: boolean;
}

/** Milliseconds until a server that was away is asked again. */
const pause = 5_000;

const nothing: Known = { data: undefined, error: null, isFetching: false };
/** By place. */
const useKnown = create<Readonly<Record<string, Known>>>(() => ({}));
/** What the server confirmed one by one, by place: an answer that comes after it may have been read before it, or asked for by the page itself. */
const confirmed = new Map<string, Contribution[]>();
/** Places that were asked about while an answer was on its way: once more, however many asked. */
const askedMeanwhile = new Set<string>();

const nameOf = ({ lab, no }: TablePlace): string => `${lab} ${no}`;

onAnotherPerson(() => {
  useKnown.setState({}, true);
  confirmed.clear();
});

function know(place: TablePlace, more: Partial<Known>): void {
  useKnown.setState((all) => ({ [nameOf(place)]: { ...(all[nameOf(place)] ?? nothing), ...more } }));
  const personId = personNow();
  if (more.data !== undefined && personId !== null)
    keepOnDevice('mine', { personId, what: { place: nameOf(place), data: more.data } });
}

/** What is known now, from the server or this device. */
export function mineNow(place: TablePlace): MineAnswer | undefined {
  return useKnown.getState()[nameOf(place)]?.data;
}

/** Asks the server; for whatever gives reason to think that it changed. */
export async function askMine(place: TablePlace): Promise<void> {
  const name = nameOf(place);
  if (useKnown.getState()[name]?.isFetching === true) {
    askedMeanwhile.add(name);
    return;
  }
  const personId = personNow();
  know(place, { isFetching: true });
  try {
    const answer = await patiently(() => read(place));
    const data = { ...answer, contributions: confirmedAt(place).reduce(withOne, answer.contributions) };
    if (personId === personNow()) know(place, { data, error: null, isFetching: false });
  } catch (failure) {
    if (personId === personNow()) know(place, { error: failure as Error, isFetching: false });
  }
  if (askedMeanwhile.delete(name)) await askMine(place);
}

async function read({ lab, no }: TablePlace): Promise<MineAnswer> {
  const asked = performance.now();
  const params = { lab, table: String(no) };
  const answer = await call<typeof readMine>('GET /api/labs/:lab/tables/:table/mine', { params });
  hearServerTime(answer.now, { asked, answered: performance.now() });
  return answer;
}

/** What this device kept is shown at once and asked again: a page opened after days must not offer what is over. */
export function useMine({ lab, no }: TablePlace): Known & { readonly refetch: () => void } {
  const known = useKnown((all) => all[nameOf({ lab, no })] ?? nothing);
  useEffect(() => {
    const place = { lab, no };
    const ask = (): void => void askMine(place);
    const kept = keptOnDevice<{ place: string; data: MineAnswer }>('mine');
    if (mineNow(place) === undefined && kept?.personId === personNow() && kept?.what.place === nameOf(place))
      know(place, { data: kept.what.data });
    ask();
    const seen = (): void => {
      if (document.visibilityState === 'visible') ask();
    };
    addEventListener('online', ask);
    document.addEventListener('visibilitychange', seen);
    return () => {
      removeEventListener('online', ask);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [lab, no]);
  const away = known.error instanceof NetworkFailure && !known.isFetching;
  useEffect(() => {
    // The server comes back without telling anybody.
    if (!away) return undefined;
    const timer = setTimeout(() => void askMine({ lab, no }), pause);
    return () => clearTimeout(timer);
  }, [away, lab, no]);
  return { ...known, refetch: () => void askMine({ lab, no }) };
}

/** Shows a contribution as the server just answered it. */
export function putMine(place: TablePlace, contribution: Contribution): void {
  confirmed.set(nameOf(place), withOne(confirmedAt(place), contribution));
  const data = mineNow(place);
  if (data === undefined) return;
  know(place, { data: { ...data, contributions: withOne(data.contributions, contribution) } });
}

const confirmedAt = (place: TablePlace): readonly Contribution[] => confirmed.get(nameOf(place)) ?? [];

/** In the order of the folios; of one contribution the newer version. */
function withOne(all: readonly Contribution[], one: Contribution): Contribution[] {
  if (all.some(({ id, version }) => id === one.id && version >= one.version)) return [...all];
  return [...all.filter(({ id }) => id !== one.id), one].sort((first, second) => (first.folio < second.folio ? -1 : 1));
}

export type Words = Pick<Contribution, 'text' | 'language' | 'onBehalfOf'>;

export interface MineChange {
  readonly place: TablePlace;
  readonly contribution: Contribution;
  /** `edit` brings other words. */
  readonly change: { readonly what: 'edit'; readonly words: Words } | { readonly what: 'withdraw' | 'restore' };
}

/** Resolves once it is shown. Where it is refused, what the server has now is shown. */
export async function changeMine({ place, contribution, change }: MineChange): Promise<Contribution> {
  const { id, version } = contribution;
  const params = { lab: place.lab, table: String(place.no), id };
  const body = { commandId: newId(), version };
  const send = (): Promise<{ contribution: Contribution }> => {
    switch (change.what) {
      case 'edit':
        return call<typeof editContribution>('PATCH /api/labs/:lab/tables/:table/contributions/:id', {
          params,
          body: { ...body, ...change.words },
        });
      case 'withdraw':
        return call<typeof withdrawContribution>('POST /api/labs/:lab/tables/:table/contributions/:id/withdrawal', {
          params,
          body,
        });
      case 'restore':
        return call<typeof restoreContribution>('POST /api/labs/:lab/tables/:table/contributions/:id/return', { params, body });
    }
  };
  try {
    const { contribution: changed } = await send();
    putMine(place, changed);
    return changed;
  } catch (failure) {
    void askMine(place);
    throw failure;
  }
}
