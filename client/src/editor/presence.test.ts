// Presence comes from other screens through the server: who is there, once each, and nothing that could break this screen.
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { othersIn, peopleAmong } from './presence.ts';

const ana = { userId: 'a', name: 'Ana', color: 3, actorKind: 'ong' };

function awarenessWith(states: Record<number, Record<string, unknown>>): Awareness {
  const awareness = new Awareness(new Y.Doc());
  for (const [id, state] of Object.entries(states)) awareness.states.set(Number(id), state);
  clearInterval(awareness._checkInterval as unknown as number);
  return awareness;
}

test('the others are those the server signed; oneself is not among them', () => {
  const awareness = awarenessWith({ 1: { user: ana }, 2: {}, 3: { user: { name: 'sin id' } } });
  awareness.setLocalStateField('user', { ...ana, userId: 'yo' });
  expect(othersIn(awareness)).toEqual([{ clientId: 1, ...ana, caret: null }]);
});

test('nonsense from another screen is harmless', () => {
  const awareness = awarenessWith({
    1: { user: { ...ana, color: 9999, actorKind: '<script>' }, cursor: { anchor: 'x', head: 7 } },
    2: { user: { ...ana, userId: 'b', color: 'red' }, cursor: null },
    3: { user: { ...ana, userId: 'c' }, cursor: 'x' },
  });
  expect(othersIn(awareness).map(({ color, actorKind }) => [color, actorKind])).toEqual([
    [3, 'otro'],
    [0, 'ong'],
    [3, 'ong'],
  ]);
});

test('a person with two screens is one person, where their caret is', () => {
  const caret = { anchor: {}, head: {} } as never;
  const others = [
    { clientId: 1, ...ana, caret: null },
    { clientId: 2, ...ana, caret },
    { clientId: 3, ...ana, userId: 'yo', name: 'Yo', caret: null },
    { clientId: 4, ...ana, userId: 'z', name: 'Álvaro', caret: null },
  ] as Parameters<typeof peopleAmong>[0];
  expect(peopleAmong(others, 'yo').map(({ clientId }) => clientId)).toEqual([4, 2]);
});
