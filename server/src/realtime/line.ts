// What carries the frames of one client, as the engine sees it: a WebSocket, or HTTP where a network lets none through. Nothing behind it
// knows which.

export interface Line {
  /** Bytes of frames that were sent and wait to be taken. */
  readonly bufferedAmount: number;
  readonly isPaused: boolean;
  /** `taken` is called when the system has all of it. */
  send(frame: Uint8Array, taken?: () => void): void;
  /** Says why it ends, after all that was sent before, and ends. */
  close(code: number, reason: string): void;
  /** Ends at once, whatever is under way. */
  terminate(): void;
  /** Asks for a sign of life. */
  ping(): void;
  /** What comes is not taken until `resume`. */
  pause(): void;
  resume(): void;
  once(event: 'close', listener: () => void): unknown;
}
