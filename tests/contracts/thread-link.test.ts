// Worker threads as the server uses them: answers in order, failures with their codes, and threads that hang or die are replaced.
import { createThreadLink, type ThreadLink, type ThreadSettings } from '@cocrea/server/src/threads/thread-link.ts';
import { afterEach, expect, test } from 'vitest';
import type { AnsweringOperations } from './answering-thread.ts';

const links: ThreadLink<AnsweringOperations>[] = [];
const deaths: Error[] = [];

function link(settings: Partial<ThreadSettings> = {}): ThreadLink<AnsweringOperations> {
  deaths.length = 0;
  const made = createThreadLink<AnsweringOperations>(new URL('./answering-thread.ts', import.meta.url), {
    name: 'answering',
    unanswered: 'store_unavailable',
    onDeath: (reason) => deaths.push(reason),
    ...settings,
  });
  links.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(links.splice(0).map((one) => one.end()));
});

test('questions are answered in the order they are asked, also those asked before the thread is ready', async () => {
  const thread = link();
  const answers: number[] = [];
  await Promise.all([1, 2, 3, 4, 5].map(async (no) => answers.push(await thread.ask('double', no))));
  expect(answers).toEqual([2, 4, 6, 8, 10]);
});

test('what is asked in one turn is answered in its order, also what hands its bytes over, and what cannot travel is refused alone', async () => {
  const thread = link();
  await thread.start();
  const answers: number[] = [];
  const ask = async (question: Promise<number>): Promise<unknown> => question.then((answer) => answers.push(answer));
  const bytes = Uint8Array.of(1, 2).buffer;
  const unfit = thread.ask('double', (() => 1) as unknown as number);
  const asked = [ask(thread.ask('double', 1)), ask(thread.ask('double', 2)), ask(thread.ask('sum', bytes, [bytes]))];
  const unfitToo = thread.ask('double', (() => 1) as unknown as number);
  asked.push(ask(thread.ask('double', 4)));
  for (const one of [unfit, unfitToo]) await expect(one).rejects.toThrow('could not be cloned');
  await Promise.all(asked);
  expect(answers).toEqual([2, 4, 3, 8]);
  expect(bytes.byteLength).toBe(0);
  expect([thread.unanswered, deaths]).toEqual([0, []]);
});

test('a named failure arrives with its code, a defect with its words, and the thread lives on', async () => {
  const thread = link();
  await expect(thread.ask('refuse', undefined)).rejects.toMatchObject({ code: 'stale', details: { found: 3 } });
  await expect(thread.ask('break', undefined)).rejects.toThrow('a defect');
  expect(await thread.ask('double', 4)).toBe(8);
  expect(deaths).toEqual([]);
});

test('a thread that dies refuses what it had not answered, is reported, and the next question starts another', async () => {
  const thread = link();
  await thread.start();
  const asked = [thread.ask('die', undefined), thread.ask('double', 1)];
  for (const question of asked) await expect(question).rejects.toMatchObject({ code: 'store_unavailable', name: 'ThreadDied' });
  expect(await thread.ask('double', 21)).toBe(42);
  expect(deaths).toHaveLength(1);
});

test('a question that hangs costs its thread, not the server', async () => {
  const thread = link({ timeout: 300, unanswered: 'internal' });
  await thread.start();
  await expect(thread.ask('hang', undefined)).rejects.toMatchObject({ code: 'internal' });
  expect(await thread.ask('double', 1)).toBe(2);
  expect(deaths).toHaveLength(1);
});

test('a patient thread lets others go first, and only itself waits', async ({ skip }) => {
  if (process.platform !== 'linux') return skip('only Linux gives a thread a priority of its own');
  const [patient, other] = [link({ isPatient: true }), link()];
  expect(await patient.ask('nice', undefined)).toBe((await other.ask('nice', undefined)) + 5);
});

test('a thread that cannot start says why, each time it is asked', async () => {
  const thread = link({ workerData: { refuse: true } });
  await expect(thread.start()).rejects.toMatchObject({ code: 'database_foreign' });
  await expect(thread.ask('double', 1)).rejects.toMatchObject({
    code: expect.stringMatching(/database_foreign|store_unavailable/),
  });
});

test('after its end nothing is answered and nothing is reported', async () => {
  const thread = link();
  await thread.start();
  const asked = thread.ask('hang', undefined);
  await Promise.all([thread.end(), expect(asked).rejects.toMatchObject({ code: 'store_unavailable' })]);
  await expect(thread.ask('double', 1)).rejects.toMatchObject({ code: 'store_unavailable' });
  expect(deaths).toEqual([]);
});

test('a buffer handed over is not copied: the asker has it no more', async () => {
  const thread = link();
  const buffer = new Uint8Array([1, 2, 3]).buffer;
  expect(await thread.ask('sum', buffer, [buffer])).toBe(6);
  expect(buffer.byteLength).toBe(0);
});

test('one that asks for more memory than its limit dies alone, says why, and is replaced', async () => {
  const thread = link({ heapLimit: 32, unanswered: 'internal' });
  await expect(thread.ask('hoard', undefined)).rejects.toMatchObject({ name: 'ThreadDied', outOfMemory: true });
  await expect(thread.ask('die', undefined)).rejects.toMatchObject({ name: 'ThreadDied', outOfMemory: false });
  expect(await thread.ask('double', 2)).toBe(4);
});

test('one that rests gives its thread back and answers the next question from another; it does not rest while somebody waits', async () => {
  const thread = link();
  const first = await thread.ask('whoAmI', undefined);
  await thread.rest();
  const next = thread.ask('whoAmI', undefined);
  await thread.rest();
  expect(await next).not.toBe(first);
  const waiting = thread.ask('whoAmI', undefined);
  await thread.rest();
  expect(await waiting).toBe(await next);
  expect(deaths).toEqual([]);
});
