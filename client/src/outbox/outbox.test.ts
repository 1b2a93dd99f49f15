// The queue of a phone: in order, once, through every network; under nobody else's name; and in words of states that are true.
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { describe, expect, test } from 'vitest';
import { Refused } from '../api/call.ts';
import { keptOf, type Shelf } from './kept-items.ts';
import { createOutbox, secondThoughts, type Outbox, type OutboxPorts } from './outbox.ts';
import type { Queued, Written } from './queued.ts';

const ixchel = { personId: 'ixchel', lab: 'lab' };

function createShelf(): Shelf & { full: boolean; names(): string[] } {
  const entries = new Map<string, string>();
  return {
    full: false,
    names: () => [...entries.keys()],
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (name) => entries.get(name) ?? null,
    setItem(name, value) {
      if (this.full) throw new Error('QuotaExceededError');
      entries.set(name, value);
    },
    removeItem: (name) => void entries.delete(name),
  };
}

/** A device whose clock only goes when the test says so, and whose server answers as it is told. */
function createDevice(shelf: Shelf | null = createShelf()) {
  let time = 1_800_000_000_000;
  const timers = new Set<{ at: number; work: () => void }>();
  const sent: { item: Queued; askIfLate: boolean }[] = [];
  const answers: (() => Promise<Contribution>)[] = [];
  const ports: OutboxPorts = {
    send: (item, { askIfLate }) => {
      sent.push({ item, askIfLate });
      return answers.shift()?.() ?? Promise.resolve({ id: item.id, text: item.text } as Contribution);
    },
    shelf,
    now: () => time,
    random: () => 0.5,
    after: (milliseconds, work) => {
      const timer = { at: time + milliseconds, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  return {
    shelf,
    sent,
    texts: () => sent.map(({ item }) => item.text),
    /** The next sending fails so. */
    fails: (failure: unknown) => answers.push(() => Promise.reject(failure as Error)),
    answersWith: (answer: Promise<Contribution>) => answers.push(() => answer),
    open: (whose = ixchel) => createOutbox(ports, whose),
    async pass(milliseconds: number) {
      time += milliseconds;
      for (const timer of [...timers]) {
        if (timer.at > time) continue;
        timers.delete(timer);
        timer.work();
      }
      await settled();
    },
  };
}

/** Everything that was answered has been worked off. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

function written(text: string, more: Partial<Written> = {}): Written {
  return { table: 5, question: 1, text, language: 'es', way: 'phone', circle: null, onBehalfOf: null, ...more };
}
const add = (outbox: Outbox, text: string, onLine = true) => outbox.add(written(text), { onLine });
const away = new Error('no network');
const stops = (outbox: Outbox) => outbox.view().items.map(({ stop }) => stop?.why ?? null);

test('what is added is sent, and nothing is left of it', async () => {
  const device = createDevice();
  const outbox = device.open();
  add(outbox, 'uno');
  await settled();
  expect(device.texts()).toEqual(['uno']);
  expect(outbox.view()).toEqual({ items: [], state: 'idle', sent: 1, onDevice: true });
  expect(device.shelf?.length).toBe(0);
});

test('who asks late is told what arrived before, once', async () => {
  const device = createDevice();
  const outbox = device.open();
  add(outbox, 'antes');
  await settled();
  const heard: string[] = [];
  const stop = outbox.onSent((_, { text }) => heard.push(text));
  add(outbox, 'ahora');
  await settled();
  stop();
  outbox.onSent((_, { text }) => heard.push(text));
  expect(heard).toEqual(['antes', 'ahora']);
});

test('without network three wait, and go in order under their ids once it is back', async () => {
  const device = createDevice();
  const outbox = device.open();
  for (const text of ['uno', 'dos', 'tres']) {
    device.fails(away);
    add(outbox, text);
    await settled();
  }
  expect(outbox.view()).toMatchObject({ state: 'waiting', sent: 0 });
  const ids = outbox.view().items.map(({ id }) => id);
  expect(ids).toHaveLength(3);
  outbox.wake();
  await settled();
  expect(outbox.view()).toMatchObject({ items: [], state: 'idle', sent: 3 });
  expect(device.sent.slice(-3).map(({ item }) => item.id)).toEqual(ids);
});

test('it tries again by itself, later and later', async () => {
  const device = createDevice();
  const outbox = device.open();
  for (let fail = 0; fail < 3; fail++) device.fails(away);
  add(outbox, 'uno');
  await settled();
  await device.pass(400);
  expect(device.sent).toHaveLength(2);
  await device.pass(400);
  expect(device.sent).toHaveLength(2);
  await device.pass(400);
  expect(device.sent).toHaveLength(3);
  await device.pass(20_000);
  expect(outbox.view()).toMatchObject({ items: [], sent: 1 });
});

test('a second one is not sent before the first was answered', async () => {
  const device = createDevice();
  const outbox = device.open();
  const { promise, resolve } = Promise.withResolvers<Contribution>();
  device.answersWith(promise);
  add(outbox, 'uno');
  add(outbox, 'dos');
  outbox.wake();
  await settled();
  expect(device.texts()).toEqual(['uno']);
  expect(outbox.view().state).toBe('sending');
  resolve({ id: 'x' } as Contribution);
  await settled();
  expect(device.texts()).toEqual(['uno', 'dos']);
});

test('the page is closed and opened: what waited is there, in order, with the same ids', async () => {
  const device = createDevice();
  const before = device.open();
  device.fails(away);
  add(before, 'uno');
  await settled();
  device.fails(away);
  add(before, 'dos');
  await settled();
  const ids = before.view().items.map(({ id }) => id);
  before.close();
  const outbox = device.open();
  expect(outbox.view().items.map(({ id }) => id)).toEqual(ids);
  outbox.wake();
  await settled();
  expect(device.sent.slice(-2).map(({ item }) => item.id)).toEqual(ids);
});

test('a page that goes while it sends leaves the turn to the next', async () => {
  const device = createDevice();
  const before = device.open();
  device.answersWith(new Promise(() => undefined));
  add(before, 'uno');
  await settled();
  before.leave();
  const outbox = device.open();
  outbox.wake();
  await settled();
  expect(device.texts()).toEqual(['uno', 'uno']);
  expect(outbox.view()).toMatchObject({ items: [], sent: 1 });
});

test('another person on the same phone has another queue; who comes back finds theirs', async () => {
  const device = createDevice();
  const mine = device.open();
  device.fails(away);
  add(mine, 'uno');
  await settled();
  mine.close();
  const other = device.open({ personId: 'kaʼn', lab: 'lab' });
  const elsewhere = device.open({ personId: 'ixchel', lab: 'otro' });
  other.wake();
  elsewhere.wake();
  await settled();
  expect([other.view().items, elsewhere.view().items]).toEqual([[], []]);
  expect(device.sent).toHaveLength(1);
  expect(device.open().view().items).toMatchObject([{ text: 'uno' }]);
});

test('while somebody else is signed in it waits, and says for what', async () => {
  const device = createDevice();
  const outbox = device.open();
  device.fails(new Refused('other_person', { told: 'otra persona' }));
  add(outbox, 'uno');
  await settled();
  expect(outbox.view()).toMatchObject({ state: 'not_oneself', items: [{ stop: null }] });
});

test.each(['text_too_long', 'forbidden', 'removed_from_lab'] as const)(
  'what is refused as %s stays with its reason, and holds nobody up',
  async (code) => {
    const device = createDevice();
    const outbox = device.open();
    device.fails(new Refused(code, { told: 'por qué no' }));
    add(outbox, 'uno');
    add(outbox, 'dos');
    await settled();
    expect(device.texts()).toEqual(['uno', 'dos']);
    const [item] = outbox.view().items;
    expect(item?.stop).toEqual({ why: 'refused', code, told: 'por qué no' });
    outbox.correct(item?.id ?? '', 'uno corregido');
    await settled();
    expect(device.texts().at(-1)).toBe('uno corregido');
    expect(device.sent.at(-1)?.item.id).not.toBe(item?.id);
    expect(outbox.view().items).toEqual([]);
  },
);

test('a table that is not open yet holds up its own only, and is asked again when it may have opened', async () => {
  const device = createDevice();
  const outbox = device.open();
  device.fails(new Refused('table_not_open', { told: 'todavía no' }));
  add(outbox, 'temprano');
  outbox.add(written('en otra mesa', { table: 2 }), { onLine: true });
  await settled();
  expect(device.texts()).toEqual(['temprano', 'en otra mesa']);
  expect(outbox.view()).toMatchObject({ state: 'not_open', items: [{ text: 'temprano', stop: null }] });
  outbox.wake();
  await settled();
  expect(outbox.view()).toMatchObject({ state: 'idle', items: [] });
});

describe('what comes after the close', () => {
  test('is sent where it was on its way, and its author is asked where it was not', async () => {
    const device = createDevice();
    const outbox = device.open();
    device.fails(away);
    add(outbox, 'con señal', true);
    await settled();
    add(outbox, 'sin señal', false);
    outbox.wake();
    await settled();
    expect(device.sent.slice(-2).map(({ item, askIfLate }) => [item.text, askIfLate])).toEqual([
      ['con señal', false],
      ['sin señal', true],
    ]);
  });

  test('nine days later even what was on its way is asked about', async () => {
    const device = createDevice();
    const outbox = device.open();
    device.fails(away);
    add(outbox, 'uno', true);
    await settled();
    outbox.close();
    await device.pass(9 * 86_400_000);
    const later = device.open();
    later.wake();
    await settled();
    expect(device.sent.at(-1)?.askIfLate).toBe(true);
  });

  test('its author sends it, keeps it, or throws it away and thinks better of it', async () => {
    const device = createDevice();
    const outbox = device.open();
    for (const text of ['uno', 'dos', 'tres']) {
      device.fails(new Refused('table_closed', { told: 'ya no' }));
      add(outbox, text, false);
      await settled();
    }
    expect(stops(outbox)).toEqual(['late', 'late', 'late']);
    const [one = '', two = '', three = ''] = outbox.view().items.map(({ id }) => id);
    outbox.decide([one], 'send');
    outbox.decide([two], 'keep');
    outbox.decide([three], 'discard');
    await settled();
    expect(device.sent.at(-1)).toMatchObject({ item: { id: one }, askIfLate: false });
    expect(stops(outbox)).toEqual(['kept', 'discarded']);
    outbox.decide([three], 'undo');
    await device.pass(secondThoughts);
    expect(stops(outbox)).toEqual(['kept', 'late']);
    outbox.decide([three], 'discard');
    await device.pass(secondThoughts);
    expect(stops(outbox)).toEqual(['kept']);
    expect(device.open().view().items).toHaveLength(1);
  });
});

test('a device that is full or keeps nothing says so, and sends all the same', async () => {
  const shelf = createShelf();
  shelf.full = true;
  for (const device of [createDevice(shelf), createDevice(null)]) {
    const outbox = device.open();
    device.fails(away);
    add(outbox, 'uno');
    await settled();
    expect(outbox.view()).toMatchObject({ onDevice: false, items: [{ text: 'uno' }] });
    outbox.wake();
    await settled();
    expect(outbox.view()).toMatchObject({ onDevice: true, items: [], sent: 1 });
  }
});

test('of two tabs one sends at a time, and what one has sent the other does not', async () => {
  const device = createDevice();
  const [here, there] = [device.open(), device.open()];
  const { promise, resolve } = Promise.withResolvers<Contribution>();
  device.answersWith(promise);
  add(here, 'uno');
  there.reread(null);
  await settled();
  expect(device.texts()).toEqual(['uno']);
  resolve({ id: 'x' } as Contribution);
  await settled();
  there.reread(null);
  await settled();
  expect(device.texts()).toEqual(['uno']);
  expect(there.view().items).toEqual([]);
});

test('two tabs without a line wait for the network, not for each other', async () => {
  const shelf = createShelf();
  const [one, other] = [createDevice(shelf), createDevice(shelf)];
  const [here, there] = [one.open(), other.open()];
  // Every change one tab makes is told to the other, as a browser does.
  const names: string[] = [];
  const { setItem, removeItem } = shelf;
  shelf.setItem = (name, value) => {
    names.push(name);
    setItem.call(shelf, name, value);
  };
  shelf.removeItem = (name) => {
    names.push(name);
    removeItem(name);
  };
  const tellBoth = async () => {
    for (let told = 0; told < 200 && names.length > 0; told++) {
      const name = names.shift() ?? null;
      for (const tab of [here, there]) tab.reread(name);
      await settled();
    }
  };
  for (let failure = 0; failure < 200; failure++) for (const tab of [one, other]) tab.fails(away);
  add(here, 'uno');
  await settled();
  await tellBoth();
  expect(one.sent.length + other.sent.length).toBeLessThan(8);
  expect([here.view().state, there.view().state]).toEqual(['waiting', 'waiting']);
  await one.pass(60_000);
  await tellBoth();
  expect(one.sent.length + other.sent.length).toBeLessThan(16);
});

test('what another program left under our names is not taken for ours', () => {
  const shelf = createShelf();
  shelf.setItem('cocrea.outbox.ixchel.lab.x', '{"id":7}');
  shelf.setItem('cocrea.outbox.ixchel.lab.y', 'not json');
  expect(createDevice(shelf).open().view().items).toEqual([]);
});

test('whoever leaves a device is told of everything that waits on it, in whatever lab, and of nobody else’s', async () => {
  const device = createDevice();
  for (const whose of [ixchel, { personId: 'ixchel', lab: 'otro' }, { personId: 'kaʼn', lab: 'lab' }]) {
    const outbox = device.open(whose);
    device.fails(away);
    add(outbox, whose.lab);
    await settled();
    outbox.close();
  }
  expect(keptOf(device.shelf, 'ixchel').map(({ text }) => text)).toEqual(['lab', 'otro']);
  expect(keptOf(null, 'ixchel')).toEqual([]);
});
