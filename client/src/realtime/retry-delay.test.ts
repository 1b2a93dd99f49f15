// Coming back: quickly, spread out, and with a ceiling.
import { expect, test } from 'vitest';
import { retryDelay } from './retry-delay.ts';

test('the first try comes within half a second, later ones at most every 20 s', () => {
  expect(retryDelay(0, { reason: null, random: 0.99 })).toBeLessThan(400);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const delay = retryDelay(attempt, { reason: null, random: 0.999 });
    expect(delay).toBeGreaterThan(0);
    expect(delay).toBeLessThanOrEqual(20_000);
  }
});

test('after a restart clients come back spread over three seconds', () => {
  expect(retryDelay(0, { reason: 'restarting', random: 0 })).toBe(300);
  expect(retryDelay(0, { reason: 'restarting', random: 0.999 })).toBeGreaterThan(2900);
});

test('a full house is not knocked at every half second', () => {
  expect(retryDelay(0, { reason: 'too_many_connections_person', random: 0 })).toBeGreaterThanOrEqual(2000);
});
