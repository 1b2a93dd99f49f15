// Passwords: stored with what they were made with, and checked as people type them.
import { expect, test } from 'vitest';
import { createPasswords } from './password.ts';

const passwords = createPasswords({ atOnce: 2 });

test('a hash says how it was made, is never the same twice, and knows its password', async () => {
  const [one, two] = await Promise.all([passwords.hash('árbol de ceiba'), passwords.hash('árbol de ceiba')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await passwords.verify('árbol de ceiba', one)).toBe(true);
  expect(await passwords.verify('arbol de ceiba', one)).toBe(false);
});

test('an accent typed as one letter or as two is the same password', async () => {
  const stored = await passwords.hash('a\u0301rbol de ceiba');
  expect(await passwords.verify('\u00e1rbol de ceiba', stored)).toBe(true);
});

test('a hash of other parameters is checked with its own', async () => {
  // Argon2id of `password` with the salt `somesalt`, m=256 KiB, t=2, p=1: from the test suite of the reference implementation.
  const stored = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
  expect(await passwords.verify('password', stored)).toBe(true);
  expect(await passwords.verify('passwort', stored)).toBe(false);
});

test('no account is no password’s', async () => {
  expect(await passwords.verify('', null)).toBe(false);
});

test('many at once are all answered', async () => {
  const stored = await passwords.hash('una de muchas');
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, no) => passwords.verify(no % 2 ? 'una de muchas' : 'otra', stored)),
  );
  expect(answers).toEqual([false, true, false, true, false, true, false, true]);
});
