// What a phone shows of its own at a table: an answer that was on its way while something arrived takes nothing of it away.
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as mineModule from './mine.ts';

const place = { lab: 'lab', no: 3 };
/** What was asked and waits for its answer, in order. */
let waiting: ((contributions: readonly Contribution[]) => void)[];

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: () => undefined });
  vi.stubGlobal('fetch', () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    waiting.push((contributions) => resolve(Response.json({ now: 0, seq: 1, table: {}, contributions })));
    return promise;
  });
});
afterEach(() => vi.unstubAllGlobals());

async function opened(): Promise<typeof mineModule> {
  vi.resetModules();
  return import('./mine.ts');
}

function contribution(no: number, text: string, version = 1): Contribution {
  return { id: `id-${no}`, folio: `M3-A-000${no}`, text, version } as Contribution;
}

const textsIn = ({ mineNow }: typeof mineModule) => mineNow(place)?.contributions.map(({ text }) => text);

test('what arrived while the table was being asked stands beside what it answered', async () => {
  const mine = await opened();
  const asked = mine.askMine(place);
  mine.putMine(place, contribution(2, 'llegó mientras tanto'));
  waiting.shift()?.([contribution(1, 'de antes')]);
  await asked;
  expect(textsIn(mine)).toEqual(['de antes', 'llegó mientras tanto']);

  const again = mine.askMine(place);
  mine.putMine(place, contribution(3, 'y otra'));
  waiting.shift()?.([contribution(1, 'de antes'), contribution(2, 'llegó mientras tanto')]);
  await again;
  expect(textsIn(mine)).toEqual(['de antes', 'llegó mientras tanto', 'y otra']);
});

test('what arrived before anything was asked stands beside it too', async () => {
  const mine = await opened();
  mine.putMine(place, contribution(2, 'llegó antes de preguntar'));
  const asked = mine.askMine(place);
  waiting.shift()?.([contribution(1, 'de antes')]);
  await asked;
  expect(textsIn(mine)).toEqual(['de antes', 'llegó antes de preguntar']);
});

test('of one that changed the newer words are shown, whichever came last', async () => {
  const mine = await opened();
  const asked = mine.askMine(place);
  mine.putMine(place, contribution(1, 'dicho de nuevo', 2));
  waiting.shift()?.([contribution(1, 'dicho primero', 1)]);
  await asked;
  expect(textsIn(mine)).toEqual(['dicho de nuevo']);

  const again = mine.askMine(place);
  mine.putMine(place, contribution(1, 'dicho de nuevo', 2));
  waiting.shift()?.([contribution(1, 'dicho por tercera vez', 3)]);
  await again;
  expect(textsIn(mine)).toEqual(['dicho por tercera vez']);
});
