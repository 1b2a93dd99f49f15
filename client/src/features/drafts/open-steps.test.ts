// One step leads on from wherever a draft stands, and none that cannot be taken is offered.
import type { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import { expect, test } from 'vitest';
import { openSteps } from './open-steps.ts';

const frozen = { versionId: 'v', at: 1, by: null, byName: null, fingerprint: 'f' };
const draft = (draftNo: number, state: DraftState, publishedAt: number | null = null) => ({
  draftNo,
  state,
  life: { frozen: state === 'writing' || state === 'planned' ? null : frozen, consultation: null, publishedAt, version: 1 },
});
const planned = { state: 'planned' } as const;

test.each([
  [draft(1, 'planned'), planned, null, []],
  [draft(1, 'writing'), planned, 'freeze', []],
  [draft(1, 'frozen'), planned, 'open_consultation', ['begin_next', 'publish']],
  [draft(1, 'in_consultation'), planned, 'begin_next', ['publish']],
  [draft(1, 'consolidating'), { state: 'writing' } as const, 'publish', []],
  [draft(1, 'answered', 5), { state: 'frozen' } as const, null, []],
  [draft(2, 'frozen'), planned, 'publish', ['open_consultation', 'begin_next']],
  [draft(2, 'frozen', 5), planned, 'open_consultation', ['begin_next']],
  [draft(2, 'in_consultation', 5), planned, 'begin_next', []],
  [draft(3, 'frozen'), null, 'publish', ['open_consultation']],
])('%o before %o: %s leads on', (one, next, leading, others) => {
  expect(openSteps(one, next)).toEqual({ leading, others });
});
