// A socket that was refused without a word: the answer over HTTP says whether to try again.
import { AppError } from '@cocrea/shared/errors.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { whyRefused } from './why-refused.ts';

const address = { labId: 'compromiso-11', documentId: 'b1' };
const draft = { kind: 'draft', id: 'b1', state: 'writing' };

function answerWith(answer: Response | Error): void {
  vi.stubGlobal('fetch', () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));
}
function refusal(code: ConstructorParameters<typeof AppError>[0]): Response {
  return Response.json({ error: { code, message: '', details: {} } }, { status: new AppError(code).status });
}
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['signed out', () => refusal('session_expired'), 'session_expired'],
  ['taken out', () => refusal('removed_from_lab'), 'removed_from_lab'],
  ['no such lab', () => refusal('lab_not_found'), 'lab_not_found'],
  ['no such document', () => Response.json({ documents: [] }), 'document_not_found'],
  ['not open yet', () => Response.json({ documents: [{ ...draft, state: 'planned' }] }), 'document_not_open'],
  ['there and open', () => Response.json({ documents: [draft] }), null],
  ['too many requests', () => refusal('rate_limited'), null],
  ['a server that restarts', () => refusal('restarting'), null],
  ['no network', () => new TypeError('Failed to fetch'), null],
])('%s', async (_name, answer, reason) => {
  answerWith(answer());
  expect(await whyRefused(address)).toBe(reason);
});
