// Links lead to pages, mail and telephones, never to code.
import { expect, test } from 'vitest';
import { isSafeLink, toSafeLink } from './safe-link.ts';

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:x',
  '/relative',
  '#a',
  '',
])('%j is refused', (href) => {
  expect(isSafeLink(href)).toBe(false);
});

test.each(['https://inap.gob.gt/', 'http://192.168.1.4:3000/x', 'mailto:a@example.org', 'tel:+50200000000'])(
  '%s is let through',
  (href) => {
    expect(isSafeLink(href)).toBe(true);
  },
);

test.each([
  ['inap.gob.gt', 'https://inap.gob.gt'],
  ['www.example.org/á?b=ñ', 'https://www.example.org/á?b=ñ'],
  ['alguien@example.org', 'mailto:alguien@example.org'],
  ['localhost:3000', null],
  ['javascript:alert(1)', null],
  ['dos palabras', null],
  ['palabra', null],
])('what is typed as %j leads to %j', (typed, href) => {
  expect(toSafeLink(typed)).toBe(href);
});
