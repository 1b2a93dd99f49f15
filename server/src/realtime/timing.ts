// How long the engine waits for things. Defaults suit real clients; tests pass shorter ones. All in milliseconds.

export interface RealtimeTiming {
  /** Presence changes of a room are gathered this long and leave as one frame. */
  readonly presenceWindow: number;
  /** Heartbeats reach the others combined, at most this often; under the 30 s after which a stock client forgets a peer. */
  readonly presenceRefresh: number;
  /** A person whose client sent no heartbeat for so long is no longer shown. */
  readonly presenceForgotten: number;
  /** A connection that was silent so long is pinged; silent twice as long, it is ended. */
  readonly silence: number;
  /** How often rooms and connections are looked over for all of the above. */
  readonly sweep: number;
  /** How often the store is asked for what other nodes wrote and this one may not have heard: while it can hear, and while it cannot. */
  readonly lookWhileUp: number;
  readonly lookWhileDown: number;
  /** A room without connections stays in memory so long, for those who come right back. */
  readonly idle: number;
  /** First pause after a failed commit; doubled up to `retryMost`. */
  readonly retry: number;
  readonly retryMost: number;
  /** Longest wait for the last commit when draining, and then for clients to close. */
  readonly drainFlush: number;
  readonly drainClose: number;
}

export const defaultTiming: RealtimeTiming = {
  presenceWindow: 50,
  presenceRefresh: 20_000,
  presenceForgotten: 60_000,
  silence: 30_000,
  sweep: 1_000,
  lookWhileUp: 10_000,
  lookWhileDown: 1_000,
  idle: 10_000,
  retry: 100,
  retryMost: 2_000,
  drainFlush: 6_000,
  drainClose: 1_500,
};
