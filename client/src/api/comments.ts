// Comments as pages read and write them.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type {
  editComment,
  listComments,
  listMentionable,
  removeComment,
  replyToThread,
  settleThread,
  startThread,
} from '@cocrea/shared/api/comments.ts';
import type { CommentThread, Mentionable, ThreadState } from '@cocrea/shared/domain/comment.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call } from './call.ts';
import { withThread, type CommentsAnswer } from './changed-thread.ts';
import { commentsKey, mentionableKey } from './keys.ts';

export function useComments(lab: string, document: string): UseQueryResult<CommentsAnswer> {
  return useQuery({
    queryKey: commentsKey(lab, document),
    queryFn: () => call<typeof listComments>('GET /api/labs/:lab/documents/:document/comments', { params: { lab, document } }),
  });
}

/** Milliseconds for which the people of a lab are taken as they were. */
const aMinute = 60_000;

/** People whose name begins so; asks nobody while nothing is typed (null). */
export function useMentionable(
  { lab, document }: { lab: string; document: string },
  typed: string | null,
): UseQueryResult<readonly Mentionable[]> {
  return useQuery({
    queryKey: mentionableKey(lab, document, typed ?? ''),
    enabled: typed !== null,
    staleTime: aMinute,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = { q: typed ?? '' };
      const address = 'GET /api/labs/:lab/documents/:document/mentionable';
      return (await call<typeof listMentionable>(address, { params: { lab, document }, query })).people;
    },
  });
}

/** Each is one act; what people wrote carries the id it was given when they began to write, so that trying again does it once. */
export type CommentAct =
  | ({ readonly act: 'start' } & BodyOf<typeof startThread>)
  | ({ readonly act: 'reply'; readonly thread: string } & BodyOf<typeof replyToThread>)
  | ({ readonly act: 'edit'; readonly id: string } & Omit<BodyOf<typeof editComment>, 'commandId'>)
  | { readonly act: 'settle'; readonly thread: string; readonly state: ThreadState }
  | ({ readonly act: 'remove'; readonly id: string } & Omit<BodyOf<typeof removeComment>, 'commandId'>);

function send(lab: string, document: string, asked: CommentAct): Promise<CommentThread> {
  switch (asked.act) {
    case 'start': {
      const { act: _act, ...body } = asked;
      return call<typeof startThread>('POST /api/labs/:lab/documents/:document/comments', { params: { lab, document }, body });
    }
    case 'reply': {
      const { act: _act, thread, ...body } = asked;
      return call<typeof replyToThread>('POST /api/labs/:lab/comment-threads/:thread/comments', {
        params: { lab, thread },
        body,
      });
    }
    case 'edit': {
      const { act: _act, id, ...said } = asked;
      const body = { commandId: newId(), ...said };
      return call<typeof editComment>('PATCH /api/labs/:lab/comments/:id', { params: { lab, id }, body });
    }
    case 'settle': {
      const { thread, state } = asked;
      const body = { commandId: newId(), state };
      return call<typeof settleThread>('POST /api/labs/:lab/comment-threads/:thread/state', { params: { lab, thread }, body });
    }
    case 'remove': {
      const { id, reason } = asked;
      const body = { commandId: newId(), reason };
      return call<typeof removeComment>('POST /api/labs/:lab/comments/:id/removal', { params: { lab, id }, body });
    }
  }
}

export function useCommentActs(lab: string, document: string): UseMutationResult<CommentThread, Error, CommentAct> {
  const client = useQueryClient();
  const key = commentsKey(lab, document);
  return useMutation({
    mutationFn: (asked) => send(lab, document, asked),
    onSuccess: (thread) => client.setQueryData<CommentsAnswer>(key, (known) => known && withThread(known, thread)),
    // Somebody else was quicker: what they did is shown.
    onError: () => void client.invalidateQueries({ queryKey: key }),
  });
}
