// The limits of the feed, each with its default and setting, and the times it gathers things for.
import type { LimitSpec } from '../realtime/limits.ts';

export const feedLimits = {
  feedsPerPerson: {
    default: 200,
    setting: 'COCREA_FEEDS_PER_PERSON',
    unit: 'connections',
    about: 'Open feeds of one person (each screen of a lab has one); more are refused with 429.',
  },
  feedsPerAddress: {
    default: 2_000,
    setting: 'COCREA_FEEDS_PER_ADDRESS',
    unit: 'connections',
    about: 'Open feeds from one address (in a hall everybody shares one); more are refused with 429.',
  },
  feedQueueBytes: {
    default: 1024 * 1024,
    setting: 'COCREA_FEED_QUEUE_BYTES',
    unit: 'bytes',
    about: 'Events queued for one screen; beyond it the screen is ended with 4508 and comes back to where it was.',
  },
} as const satisfies Record<string, LimitSpec>;

export type FeedLimits = { readonly [name in keyof typeof feedLimits]: number };

/** Milliseconds, and bytes where it says so. */
export const feedTiming = {
  /** A screen that did not answer the heartbeat before is ended. */
  heartbeat: 30_000,
  /** "Who is here" leaves at most once in this time. */
  here: 500,
  /** "Which texts moved" leaves at most once in this time. */
  edited: 2_000,
  /** A node tells the others who is here at least so often, and one that told nothing for so long is forgotten. */
  nodeTells: 20_000,
  nodeForgotten: 60_000,
  /** What the lists of who is here may weigh together, in bytes a millisecond, for all screens of a lab. */
  hereBytesPerMillisecond: 4_096,
} as const;
