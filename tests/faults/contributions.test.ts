// Phones in a hall with bad wifi: lines are cut, frozen and half open, requests arrive twice, answers get lost, pages are closed and opened,
// tables close in the middle. What was written arrives, once, in the order each phone wrote it.
import { setTimeout as soon } from 'node:timers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { readBoard, sendContribution } from '@cocrea/shared/api/contributions.ts';
import { closeTable, openTable } from '@cocrea/shared/api/tables.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { ErrorCode } from '@cocrea/shared/errors.ts';
import { Refused } from '../../client/src/api/call.ts';
import type { Shelf } from '../../client/src/outbox/kept-items.ts';
import { createOutbox, type Outbox } from '../../client/src/outbox/outbox.ts';
import type { Queued } from '../../client/src/outbox/queued.ts';
import { ask, bearer, type As } from '../api/ask.ts';
import { Cast } from '../support/cast.ts';
import { printedRandom, type Random } from '../support/random.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { startTamedProxy, type TamedProxy } from '../support/tamed-proxy.ts';

const tables = 5;
const phonesPerTable = 4;
/** Things that happen, to one phone each. */
const steps = 600;
/** How much faster than in a hall a phone tries again, and gives up waiting. */
const hurry = 20;

let server: RunningServer;
let cast: Cast;
let host: As;
beforeAll(async () => {
  server = await startServer();
  cast = new Cast(server);
  host = bearer(cast.person({ role: 'facilitator' }).token ?? '');
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

interface Phone {
  readonly table: number;
  readonly proxy: TamedProxy;
  /** What was written on it, in order, and whether it had its line then. */
  readonly wrote: { readonly text: string; readonly onLine: boolean }[];
  outbox(): Outbox;
  /** The page is closed and opened again: all that is left is what the device keeps. */
  reload(): void;
}

async function createPhone({ table, random }: { table: number; random: Random }): Promise<Phone> {
  const { personId, token } = cast.person({ role: 'participant' });
  const proxy = await startTamedProxy(server);
  const shelf = createShelf();
  const send = async (item: Queued, { askIfLate }: { askIfLate: boolean }): Promise<Contribution> => {
    const { id, question, text, language, way, circle, onBehalfOf, writtenAt } = item;
    const body = { id, question, text, language, way, circle, onBehalfOf, writtenAt, writtenBy: personId, askIfLate };
    const post = async (): Promise<Contribution> => {
      const path = sendContribution.path.replace(':lab', demoLab).replace(':table', String(item.table));
      const answer = await fetch(proxy.url + path, {
        method: 'POST',
        headers: { ...bearer(token ?? ''), 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000 / hurry),
      });
      const told = (await answer.json()) as { contribution: Contribution; error?: { code: ErrorCode; message: string } };
      if (told.error) throw new Refused(told.error.code, { told: told.error.message });
      return told.contribution;
    };
    const twin = random.below(4) === 0 ? post().catch(() => undefined) : undefined;
    const contribution = await post();
    await twin;
    if (random.below(5) === 0) throw new Error('its answer was lost');
    return contribution;
  };
  const after = (milliseconds: number, work: () => void): (() => void) => {
    const timer = soon(work, milliseconds / hurry);
    return () => clearTimeout(timer);
  };
  const open = (): Outbox => {
    const ports = { send, shelf, now: Date.now, random: () => random.below(1000) / 1000, after };
    return createOutbox(ports, { personId, lab: demoLab });
  };
  let outbox = open();
  return {
    table,
    proxy,
    wrote: [],
    outbox: () => outbox,
    reload: () => {
      outbox.close();
      outbox = open();
      outbox.wake();
    },
  };
}

function createShelf(): Shelf {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
  };
}

/** What happens to a phone, as often as it stands here. */
const happenings = [
  ...Array.from({ length: 12 }, () => 'write' as const),
  'cut',
  'cut',
  'refuse',
  'freeze',
  'swallow',
  'restore',
  'restore',
  'restore',
  'restore',
  'reload',
] as const;

test(`${tables} tables × ${phonesPerTable} phones: none lost, none doubled, each phone in its order, two tables closing in the middle`, async () => {
  const random = printedRandom('contributions');
  const numbers = Array.from({ length: tables }, () => cast.table());
  for (const no of numbers) {
    const opening = { mode: 'hall', openUntil: null, noteTakerId: null, minutes: 20, seats: 15, dots: 3 } as const;
    const body = { commandId: randomUUID(), ...opening, anonymousDots: false };
    await ask(server, openTable, { as: host, params: { lab: demoLab, table: String(no) }, body });
  }
  const seats = numbers.flatMap((table) => Array.from({ length: phonesPerTable }, () => table));
  const phones = await Promise.all(seats.map((table) => createPhone({ table, random })));

  for (let step = 0; step < steps; step++) {
    const phone = random.pick(phones);
    const what = random.pick(happenings);
    if (what === 'write') {
      const text = `${phones.indexOf(phone)}:${phone.wrote.length}`;
      const onLine = random.below(3) > 0;
      phone.wrote.push({ text, onLine });
      const written = { table: phone.table, question: 1 + random.below(4), text };
      phone.outbox().add({ ...written, language: 'es', way: 'phone', circle: null, onBehalfOf: null }, { onLine });
    } else if (what === 'reload') phone.reload();
    else phone.proxy[what]();
    if (step === steps / 2) await Promise.all(numbers.slice(0, 2).map(close));
    // The pace is the server's own: one answer a step.
    await board(phone.table);
  }

  for (const { proxy } of phones) proxy.restore();
  await expect
    .poll(
      () => {
        for (const phone of phones) {
          const late = phone
            .outbox()
            .view()
            .items.filter(({ stop }) => stop?.why === 'late');
          phone.outbox().decide(
            late.map(({ id }) => id),
            'send',
          );
        }
        return phones.reduce((sum, phone) => sum + phone.outbox().view().items.length, 0);
      },
      { timeout: 120_000, interval: 200 },
    )
    .toBe(0);

  let lateOnes = 0;
  for (const no of numbers) {
    const found = await board(no);
    lateOnes += found.filter(({ late }) => late).length;
    const here = phones.filter(({ table }) => table === no);
    expect(found.map(({ text }) => text).sort()).toEqual(here.flatMap(({ wrote }) => wrote.map(({ text }) => text)).sort());
    for (const phone of here) {
      const arrived = found.map(({ text }) => text);
      // Those its author was asked about went when they had decided; the others went by themselves.
      for (const asked of [true, false]) {
        const wrote = phone.wrote.filter(({ onLine }) => onLine !== asked).map(({ text }) => text);
        expect(arrived.filter((text) => wrote.includes(text))).toEqual(wrote);
      }
    }
  }
  expect(lateOnes).toBeGreaterThan(0);
  console.log(`contributions: ${phones.reduce((sum, { wrote }) => sum + wrote.length, 0)} written, ${lateOnes} of them late`);
  for (const phone of phones) {
    phone.outbox().close();
    await phone.proxy[Symbol.asyncDispose]();
  }
});

async function board(no: number): Promise<readonly Contribution[]> {
  const { output } = await ask(server, readBoard, { as: host, params: { lab: demoLab, table: String(no) } });
  return output.contributions;
}

async function close(no: number): Promise<void> {
  const params = { lab: demoLab, table: String(no) };
  const { status } = await ask(server, closeTable, { as: host, params, body: { commandId: randomUUID(), version: 1 } });
  expect(status).toBe(200);
}
