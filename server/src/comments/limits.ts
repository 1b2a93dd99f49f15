// The limits of comments, each with its default and setting.
import type { LimitSpec } from '../realtime/limits.ts';

export const commentRoomLimits = {
  commentThreads: {
    default: 2_000,
    setting: 'COCREA_COMMENT_THREADS',
    unit: 'threads',
    about: 'Threads of comments on one text, resolved ones too; more are refused with 409.',
  },
  commentReplies: {
    default: 500,
    setting: 'COCREA_COMMENT_REPLIES',
    unit: 'replies',
    about: 'Replies in one thread of comments; more are refused with 409.',
  },
} as const satisfies Record<string, LimitSpec>;

export type CommentRoomLimits = { readonly [name in keyof typeof commentRoomLimits]: number };
