// What is kept on a device is read by the program that wrote it, within a week; anything else is thrown away.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetPerson, keepOnDevice, keptOnDevice, week } from './kept-on-device.ts';

const stored = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('it comes back with the person it belongs to, for a week', () => {
  keepOnDevice('answers', { personId: 'ana', what: [1] });
  vi.advanceTimersByTime(week - 1);
  expect(keptOnDevice('answers')).toMatchObject({ personId: 'ana', what: [1] });
  vi.advanceTimersByTime(1);
  expect(keptOnDevice('answers')).toBeNull();
  expect(stored.size).toBe(0);
});

test.each([
  ['of an older program', JSON.stringify({ edition: 2, personId: 'ana', at: Date.now(), answers: [] })],
  ['half written', '{'],
  ['nothing at all', 'null'],
])('what is %s is thrown away', (_what, found) => {
  stored.set('cocrea.answers', found);
  expect(keptOnDevice('answers')).toBeNull();
  expect(stored.size).toBe(0);
});

test('a person is forgotten whole', () => {
  keepOnDevice('session', { personId: 'ana', what: {} });
  keepOnDevice('answers', { personId: 'ana', what: [] });
  forgetPerson();
  expect(stored.size).toBe(0);
});

test('a browser that keeps nothing is no failure', () => {
  vi.stubGlobal('localStorage', undefined);
  keepOnDevice('session', { personId: 'ana', what: {} });
  expect(keptOnDevice('session')).toBeNull();
  forgetPerson();
});
