// Sending twice is the same thing once; sending something else is another thing.
import { expect, test } from 'vitest';
import { createSendingIds } from './sending-id.ts';

test('the same form keeps its id, a changed one gets another', () => {
  const idOf = createSendingIds();
  const form = { name: 'Lucía', password: 'palabras de paso' };
  const first = idOf(form);
  expect(idOf({ ...form })).toBe(first);
  const second = idOf({ ...form, password: 'otra palabra de paso' });
  expect(second).not.toBe(first);
  expect(idOf(form)).not.toBe(first);
});

test('two things being made do not share ids', () => {
  expect(createSendingIds()({ role: 'observer' })).not.toBe(createSendingIds()({ role: 'observer' }));
});
