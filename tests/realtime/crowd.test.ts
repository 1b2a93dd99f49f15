// A full room: who is shown to whom, how many the others are, and what that costs.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PresenceHolder } from '@cocrea/server/src/realtime/presence-audience.ts';
import { readPresence } from '@cocrea/server/src/realtime/presence-entries.ts';
import { Presence } from '@cocrea/server/src/realtime/presence.ts';
import { defaultTiming } from '@cocrea/server/src/realtime/timing.ts';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { bornDocument, startEngine } from './support/engine-server.ts';
import { bytes, rawClient, varUint } from './support/raw-client.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Longer than any window. */
const aWindow = 1_000;

/** A screen of one person, and what it would show. */
class Screen implements PresenceHolder {
  readonly client: number;
  readonly identity;
  readonly seen = new Map<number, { clock: number; state: Record<string, unknown> | null }>();
  crowd = 0;
  frames = 0;
  bytes = 0;
  clock = 0;

  constructor(client: number) {
    this.client = client;
    this.identity = { userId: `p${client}`, name: `Persona ${client}`, color: 3, actorKind: 'ong' };
  }

  mayChange(): boolean {
    return true;
  }

  tellCrowd(people: number): void {
    this.crowd = people;
  }

  /** As y-protocols takes it in: a newer clock, or the end at the same. */
  sendPresence(frame: Uint8Array): void {
    this.frames += 1;
    this.bytes += frame.length;
    const decoder = createDecoder(frame);
    readVarUint(decoder);
    for (const { client, clock, bytes: text } of readPresence(readVarUint8Array(decoder))) {
      const state = JSON.parse(new TextDecoder().decode(text)) as Record<string, unknown> | null;
      const known = this.seen.get(client);
      if (known === undefined || clock > known.clock || (clock === known.clock && state === null)) {
        this.seen.set(client, { clock, state });
      }
    }
  }

  /** ClientIDs shown now, oneself left out. */
  get shows(): number[] {
    return [...this.seen].flatMap(([client, { state }]) => (state === null || client === this.client ? [] : [client]));
  }

  forget(): void {
    this.seen.clear();
    this.frames = 0;
    this.bytes = 0;
  }
}

function hall(count: number, sectionOf: (index: number) => string | undefined) {
  const screens: Screen[] = [];
  const present = new Set<Screen>();
  const presence = new Presence<Screen>(present, {
    elapsed: () => Date.now(),
    timing: defaultTiming,
    presenceBytes: 8_192,
    ownerOf: () => undefined,
    onTold: () => undefined,
  });
  const move = (screen: Screen, section: string | undefined): void => {
    screen.clock += 1;
    const state = new TextEncoder().encode(JSON.stringify({ cursor: screen.clock, ...(section !== undefined && { section }) }));
    presence.receive(screen, bytes([1, ...varUint(screen.client), ...varUint(screen.clock), ...varUint(state.length), state]));
  };
  const enter = (section: string | undefined): Screen => {
    const screen = new Screen(screens.length + 1);
    screens.push(screen);
    present.add(screen);
    presence.welcome(screen);
    move(screen, section);
    return screen;
  };
  const leave = (screen: Screen): void => {
    present.delete(screen);
    presence.leave(screen);
  };
  for (let index = 0; index < count; index++) enter(sectionOf(index));
  const pass = (): void => void vi.advanceTimersByTime(aWindow);
  pass();
  return { screens, presence, move, enter, leave, pass };
}

test('[MA3] up to fifty, everybody is shown to everybody, wherever they are', () => {
  const { screens } = hall(50, (index) => `s${index % 5}`);
  for (const screen of screens) {
    expect(screen.shows.length).toBe(49);
    expect(screen.crowd).toBe(0);
  }
});

test('[MA3] above fifty, those of the same section are shown in full and the others as a count', () => {
  const { screens, enter, pass } = hall(50, (index) => `s${index % 5}`);
  for (const screen of screens) screen.forget();
  const last = enter('s0');
  last.forget();
  pass();
  expect(last.crowd).toBe(51);
  expect(last.shows.toSorted((a, b) => a - b)).toEqual([1, 6, 11, 16, 21, 26, 31, 36, 41, 46]);
  for (const screen of screens) expect(screen.crowd).toBe(51);
  expect(screens[5]?.shows).toContain(last.client);
});

test('[MA3] who goes to another section leaves the sight of the first and sees the second, and the way back', () => {
  const { screens, move, pass } = hall(60, (index) => (index < 30 ? 'a' : 'b'));
  const [mover, stays] = screens as [Screen, Screen];
  const there = screens[59] as Screen;
  // What was shown before it was a crowd fades by itself; here only what comes after counts.
  for (const screen of screens) screen.forget();
  for (const screen of screens) move(screen, screen.client <= 30 ? 'a' : 'b');
  pass();
  expect(there.shows).not.toContain(mover.client);
  expect(stays.shows).toContain(mover.client);
  for (let times = 0; times < 2; times++) {
    move(mover, 'b');
    pass();
    expect(stays.shows).not.toContain(mover.client);
    expect(there.shows).toContain(mover.client);
    expect(mover.shows).toContain(there.client);
    move(mover, 'a');
    pass();
    expect(stays.shows).toContain(mover.client);
    expect(there.shows).not.toContain(mover.client);
  }
});

test('[MA3] of one section fifty are shown; when one of them leaves, another takes the place', () => {
  const { screens, leave, pass } = hall(80, () => undefined);
  for (const screen of screens) screen.forget();
  const [first] = screens as [Screen];
  leave(first);
  pass();
  const others = screens.slice(1);
  for (const screen of others) {
    expect(screen.crowd).toBe(79);
    expect(screen.seen.get(first.client)?.state).toBeNull();
    expect(screen.seen.has(51)).toBe(true);
  }
});

test('[MA3] when a crowd has gone, whoever is left sees everybody again', () => {
  const { screens, leave, move, pass } = hall(70, (index) => `s${index % 7}`);
  const stay = screens.slice(30);
  for (const screen of stay) screen.forget();
  for (const screen of stay) move(screen, `s${screen.client % 7}`);
  pass();
  for (const screen of stay) expect(screen.shows.length).toBeLessThan(39);
  for (const screen of screens.slice(0, 30)) leave(screen);
  pass();
  for (const screen of stay) {
    expect(screen.crowd).toBe(0);
    expect(screen.shows.length).toBe(39);
  }
});

test('[MA3] what is sent grows with the people and not with their square, one frame for each in a window, wherever they stand', () => {
  const places: ((index: number) => string | undefined)[] = [(index) => `s${Math.floor(index / 20)}`, () => undefined];
  for (const sectionOf of places) {
    const cost = (count: number): { frames: number; bytes: number } => {
      const { screens, move, pass } = hall(count, sectionOf);
      for (const screen of screens) screen.forget();
      for (const screen of screens) move(screen, sectionOf(screen.client - 1));
      pass();
      return {
        frames: Math.max(...screens.map(({ frames }) => frames)),
        bytes: screens.reduce((sum, screen) => sum + screen.bytes, 0),
      };
    };
    const few = cost(100);
    const many = cost(800);
    expect([few.frames, many.frames]).toEqual([1, 1]);
    expect(many.bytes / few.bytes).toBeLessThan(9);
  }
});

test('[MA3] on the wire: the number is told to those who speak our protocol, and a stock client sees its section', async () => {
  vi.useRealTimers();
  const server = await startEngine();
  await bornDocument(server.store, 'd');
  const ours = await rawClient(server, 'd', { token: 'ana', extended: true });
  const stock = await rawClient(server, 'd', { token: 'eva' });
  const crowd = await Promise.all(Array.from({ length: 60 }, (_, index) => rawClient(server, 'd', { token: `p${index}` })));
  for (const [index, client] of crowd.entries()) {
    client.sendPresence([{ client: 100 + index, clock: 1, state: { section: index < 10 ? 'a' : 'b' } }]);
  }
  await ours.hears('crowd', ({ people }) => people === 62);
  ours.sendPresence([{ client: 5, clock: 1, state: { section: 'a' } }]);
  const { entries } = await ours.hears('awareness', (heard) => heard.entries.some(({ client }) => client === 5));
  expect(entries.map(({ client }) => client).toSorted((a, b) => a - b)).toEqual([
    5,
    ...crowd.slice(0, 10).map((_, i) => 100 + i),
  ]);
  await stock.roundTrip();
  expect(stock.socket.readyState).toBe(1);
  for (const client of crowd.slice(0, 30)) client.close();
  await ours.hears('crowd', ({ people }) => people === 0);
  for (const client of [...crowd, ours, stock]) client.close();
  await server.stop();
});
