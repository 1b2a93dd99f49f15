// A thread of comments somebody changed: it is fetched alone and put among those a screen has, so that a comment on a text with a thousand
// threads costs every screen one of them.
import type { listComments, readThread } from '@cocrea/shared/api/comments.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import type { QueryClient } from '@tanstack/react-query';
import { askAgain } from './ask-again.ts';
import { call } from './call.ts';
import { commentsKey } from './keys.ts';

export type CommentsAnswer = OutputOf<typeof listComments>;

/** Threads of one text that are fetched one by one at the same time: after an absence all of them are asked for at once. */
const atOnce = 5;

/** Of each client and text, the threads that are on their way. */
const underWay = new WeakMap<QueryClient, Map<string, number>>();

interface Changed {
  readonly lab: string;
  readonly document: string;
  readonly thread: string;
}

export function hearThread(client: QueryClient, changed: Changed): void {
  const key = commentsKey(changed.lab, changed.document);
  const state = client.getQueryState<CommentsAnswer>(key);
  const isShown = client.getQueryCache().find({ queryKey: key })?.isActive() === true;
  const coming = underWay.get(client)?.get(changed.document) ?? 0;
  // What nobody looks at is only known to be old; what is being fetched or was not heard of in full is fetched whole.
  const whole = !isShown || state?.data === undefined || state.isInvalidated || state.fetchStatus !== 'idle' || coming >= atOnce;
  if (whole) askAgain(client, key);
  else askAgain(client, [...key, changed.thread], () => fetchThread(client, changed));
}

async function fetchThread(client: QueryClient, { lab, document, thread }: Changed): Promise<void> {
  const key = commentsKey(lab, document);
  const counts = underWay.get(client) ?? new Map<string, number>();
  underWay.set(client, counts.set(document, (counts.get(document) ?? 0) + 1));
  try {
    const now = await call<typeof readThread>('GET /api/labs/:lab/comment-threads/:thread', { params: { lab, thread } });
    client.setQueryData<CommentsAnswer>(key, (known) => known && withThread(known, now));
  } catch {
    await client.invalidateQueries({ queryKey: key });
  } finally {
    counts.set(document, (counts.get(document) ?? 1) - 1);
  }
}

/** In its place, or behind the others where it is new. */
export function withThread({ threads }: CommentsAnswer, now: CommentsAnswer['threads'][number]): CommentsAnswer {
  const isKnown = threads.some(({ id }) => id === now.id);
  return { threads: isKnown ? threads.map((one) => (one.id === now.id ? now : one)) : [...threads, now] };
}
