// The status never promises more than the server or the device confirmed.
import { expect, test } from 'vitest';
import { burst, initialSync, nextSync, statusOf, wouldLoseWords, type SyncEvent, type SyncState } from './sync-status.ts';

const edit = (at = 0): SyncEvent => ({ type: 'edited', at });
const update: SyncEvent = { type: 'frame_sent', frame: 'update' };
const answer: SyncEvent = { type: 'frame_sent', frame: 'answer' };
const durable = (frames: number): SyncEvent => ({ type: 'durable', frames });
const opened = (pending = 0): SyncEvent => ({ type: 'device_opened', pending });
const online: SyncEvent[] = [{ type: 'connecting' }, { type: 'role', role: 'write' }, answer, { type: 'synced' }, durable(1)];

function after(events: SyncEvent[], from: SyncState = initialSync): SyncState {
  return events.reduce(nextSync, from);
}
const kindAfter = (events: SyncEvent[]) => statusOf(after(events)).kind;
const pendingAfter = (events: SyncEvent[]) => statusOf(after(events)).pending;

test('loading until there is a text, then saved once synced with nothing typed', () => {
  expect(kindAfter([])).toBe('loading');
  expect(kindAfter([opened(), { type: 'connecting' }])).toBe('loading');
  expect(kindAfter([opened(), ...online])).toBe('saved');
});

test('a text that is not on this device, with no server to bring it, is said to be out of reach until it comes', () => {
  const lost: SyncEvent[] = [{ type: 'connecting' }, { type: 'disconnected', reason: null }];
  expect(kindAfter(lost)).toBe('offline');
  expect(kindAfter([...lost, { type: 'connecting' }])).toBe('offline');
  expect(kindAfter([...lost, ...online, opened()])).toBe('saved');
});

test('typing is sending until the server says durable for the very last edit', () => {
  const typed = [opened(), ...online, edit(0), update, edit(5), update];
  expect(kindAfter(typed)).toBe('sending');
  expect(kindAfter([...typed, durable(2)])).toBe('sending');
  expect(kindAfter([...typed, durable(3)])).toBe('saved');
});

test('durable for what was sent says nothing of what was typed since', () => {
  expect(kindAfter([opened(), ...online, edit(), update, edit(), durable(2)])).toBe('sending');
});

test('an update sent before the full answer proves nothing: the server may lack what came before it', () => {
  const early = [opened(3), { type: 'connecting' } as const, { type: 'role', role: 'write' } as const, edit(), update];
  expect(pendingAfter([...early, durable(1), { type: 'synced' }])).toBe(4);
  expect(kindAfter([...early, answer, { type: 'synced' }, durable(2)])).toBe('saved');
});

test('a lost connection forgets its frames: what was not confirmed stays pending until the next answer is durable', () => {
  const cut = [opened(), ...online, edit(), update, { type: 'disconnected', reason: null } as const];
  expect(kindAfter(cut)).toBe('unsaved');
  expect(kindAfter([...cut, { type: 'written', upTo: 1 }])).toBe('on_device');
  expect(kindAfter([...cut, durable(2)])).toBe('unsaved');
  expect(kindAfter([...cut, ...online])).toBe('saved');
});

test('synced is not yet saved: a device may hold words nobody counted, until the full answer of this connection is durable', () => {
  const synced = [
    opened(),
    { type: 'connecting' } as const,
    { type: 'role', role: 'write' } as const,
    answer,
    { type: 'synced' } as const,
  ];
  expect(kindAfter(synced)).toBe('sending');
  expect(kindAfter([...synced, durable(1)])).toBe('saved');
  const back = [...online, { type: 'disconnected', reason: null } as const, ...synced.slice(1)];
  expect(kindAfter([opened(), ...back])).toBe('sending');
  expect(kindAfter([opened(), ...back, durable(1)])).toBe('saved');
});

test('on this device only when the device wrote the last edit', () => {
  const offline = [opened(), ...online, { type: 'disconnected', reason: null } as const, edit(0), edit(10)];
  expect(kindAfter(offline)).toBe('unsaved');
  expect(wouldLoseWords(after(offline))).toBe(true);
  expect(kindAfter([...offline, { type: 'written', upTo: 1 }])).toBe('unsaved');
  expect(kindAfter([...offline, { type: 'written', upTo: 2 }])).toBe('on_device');
  expect(wouldLoseWords(after([...offline, { type: 'written', upTo: 2 }]))).toBe(false);
});

test('a device that keeps nothing never says it does, and warns', () => {
  const state = after([
    { type: 'device_failed' },
    ...online,
    { type: 'disconnected', reason: null },
    edit(),
    { type: 'written', upTo: 1 },
  ]);
  expect(statusOf(state)).toMatchObject({ kind: 'unsaved', deviceKeepsNothing: true });
  expect(wouldLoseWords(state)).toBe(true);
});

test('words the device is known to hold and does not give are never called saved, and are sent once it does', () => {
  const mute: SyncEvent = { type: 'device_failed', unread: 2 };
  expect(kindAfter([mute, ...online])).toBe('sending');
  expect(pendingAfter([mute, ...online])).toBe(2);
  const away = [mute, ...online, { type: 'disconnected', reason: null } as const];
  expect(kindAfter(away)).toBe('on_device');
  expect(kindAfter([mute, ...online, opened(2)])).toBe('sending');
  expect(kindAfter([mute, ...online, opened(2), ...online])).toBe('saved');
});

test('a device that fails later takes its promise back', () => {
  const state = after([opened(), edit(), { type: 'written', upTo: 1 }, { type: 'device_failed' }]);
  expect(wouldLoseWords(state)).toBe(true);
});

test('changes are counted as a person counts them: a burst of keys is one', () => {
  expect(pendingAfter([opened(), edit(0), edit(100), edit(200), edit(200 + burst), edit(300 + burst), edit(9000)])).toBe(3);
});

test('changes of an earlier visit are still pending after a reload', () => {
  const reloaded = [
    opened(3),
    { type: 'text_ready' } as const,
    { type: 'connecting' } as const,
    { type: 'disconnected', reason: null } as const,
  ];
  expect(statusOf(after(reloaded))).toMatchObject({ kind: 'on_device', pending: 3, onDevice: true });
  expect(pendingAfter([...reloaded, edit()])).toBe(4);
  expect(kindAfter([...reloaded, ...online])).toBe('saved');
});

test('nothing pending and no connection is said as such, without flicker while it tries again', () => {
  const cut = [opened(), ...online, { type: 'disconnected', reason: null } as const];
  expect(kindAfter(cut)).toBe('offline');
  expect(kindAfter([...cut, { type: 'connecting' }])).toBe('offline');
});

test('a server that cannot write is not "saved", and says so until it can', () => {
  const failing = [opened(), ...online, edit(), update, { type: 'store_failing', reason: 'disk_full' } as const];
  expect(kindAfter(failing)).toBe('server_unsaved');
  expect(kindAfter([...failing, durable(2)])).toBe('saved');
});

test('roles: a reader reads, a refused person is told why, and a role that comes back writes again', () => {
  expect(kindAfter([opened(), ...online, { type: 'role', role: 'read' }])).toBe('read_only');
  const refused = after([opened(), ...online, edit(), update, { type: 'refused', reason: 'removed_from_lab' }]);
  expect(statusOf(refused)).toMatchObject({ kind: 'no_permission', reason: 'removed_from_lab', pending: 1 });
  expect(statusOf(after(online, refused)).kind).toBe('saved');
});

test('a lasting refusal of the words themselves is not told as one of the person', () => {
  const refused = [opened(), ...online, edit(), update, { type: 'refused', reason: 'frame_too_large' } as const];
  expect(kindAfter(refused)).toBe('server_unsaved');
});

test('words stranded in another generation are announced before anything else but a refusal', () => {
  expect(kindAfter([opened(), ...online, { type: 'stranded', copies: 1 }])).toBe('other_generation');
  expect(kindAfter([opened(), ...online, { type: 'stranded', copies: 1 }, { type: 'stranded', copies: 0 }])).toBe('saved');
});

test('whatever happens in whatever order, saved means the server confirmed everything typed', () => {
  const pool: SyncEvent[] = [
    edit(0),
    edit(5000),
    update,
    answer,
    durable(1),
    durable(2),
    durable(3),
    { type: 'connecting' },
    { type: 'synced' },
    { type: 'disconnected', reason: null },
    { type: 'role', role: 'write' },
    { type: 'store_failing', reason: 'disk_full' },
    { type: 'written', upTo: 1 },
    { type: 'written', upTo: 2 },
  ];
  let seed = 20_261_121;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 2 ** 32;
  };
  for (let run = 0; run < 3000; run += 1) {
    let state = after([opened()]);
    for (let step = 0; step < 25; step += 1) {
      state = nextSync(state, pool[Math.floor(random() * pool.length)] as SyncEvent);
      const { kind } = statusOf(state);
      if (kind === 'saved') expect([state.durable, state.confirmed]).toEqual([state.edited, true]);
      if (kind === 'on_device') expect(state.written).toBeGreaterThanOrEqual(state.edited);
    }
  }
});
