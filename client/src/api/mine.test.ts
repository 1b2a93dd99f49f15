// What a phone shows of what its person sent: an answer that was on its way before does not take it away again.
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askMine, mineNow, putMine, type MineAnswer } from './mine.ts';

const place = { lab: 'lab', no: 5 };
const sent = (folio: string): Contribution => ({ id: folio, folio }) as Contribution;
const answer = (...folios: string[]) =>
  ({ now: 1_800_000_000_000, seq: 1, table: { session: null }, contributions: folios.map(sent) }) as unknown as MineAnswer;

/** What was asked and waits for its answer, in order. */
let waiting: ((mine: MineAnswer) => void)[];
beforeEach(() => {
  waiting = [];
  vi.stubGlobal('fetch', () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    waiting.push((mine) => resolve(Response.json(mine)));
    return promise;
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const shown = () => mineNow(place)?.contributions.map(({ folio }) => folio);

test('what was sent while an older answer was on its way stays shown, and is asked for once more', async () => {
  const first = askMine(place);
  waiting.shift()?.(answer('M5-A-0001'));
  await first;
  const second = askMine(place);
  putMine(place, sent('M5-A-0002'));
  waiting.shift()?.(answer('M5-A-0001'));
  await vi.waitFor(() => expect(waiting).toHaveLength(1), { timeout: 15_000 });
  expect(shown()).toEqual(['M5-A-0001', 'M5-A-0002']);
  waiting.shift()?.(answer('M5-A-0001', 'M5-A-0002', 'M5-A-0003'));
  await second;
  expect(shown()).toEqual(['M5-A-0001', 'M5-A-0002', 'M5-A-0003']);
  expect(waiting).toEqual([]);
});
