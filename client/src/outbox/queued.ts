// A contribution that waits on the device: everything the server will be told of it, and what stands in its way.
import type { ContributionLanguage, ContributionWay } from '@cocrea/shared/domain/contribution.ts';
import type { ErrorCode } from '@cocrea/shared/errors.ts';

/** What somebody wrote, as the form hands it over. */
export interface Written {
  /** The table's number. */
  readonly table: number;
  readonly question: number;
  readonly text: string;
  readonly language: ContributionLanguage;
  readonly way: ContributionWay;
  readonly circle: number | null;
  readonly onBehalfOf: string | null;
}

export interface Queued extends Written {
  /** Made on the device: however often it is sent, the server keeps it once. */
  readonly id: string;
  /** Its place among those of this person on this device: they are sent in this order. */
  readonly order: number;
  /** Milliseconds since 1970, by the server's clock where the device had heard it. */
  readonly writtenAt: number;
  /** The device had its line to the server when it was written. */
  readonly onLine: boolean;
  /** Its author was asked, and wants it filed as late. */
  readonly lateAgreed: boolean;
  readonly stop: Stop | null;
}

/**
 * Why it is not sent by itself any more. `late`: the table closed meanwhile and its author is to decide; `kept`: they decided to keep it
 * here; `discarded`: they threw it away a moment ago and may still think better of it; `refused`: the server will not have it as it is, and
 * said why.
 */
export type Stop =
  | { readonly why: 'late' | 'kept' }
  | { readonly why: 'refused'; readonly code: ErrorCode; readonly told: string }
  | { readonly why: 'discarded'; readonly before: Stop | null };

/** How long something is on its way to a table, in milliseconds. */
const onItsWay = 60 * 60_000;

/**
 * Whether its author is asked before it is filed as late. The line between the two: what was written with a line to the server, less than
 * an hour ago, was on its way when the table closed; it is sent, and its author is told that it came late. Whatever was written without a
 * line, or lies here longer, is decided by its author: they knew it had not been sent, and the table did not have it when it closed.
 */
export function asksIfLate({ onLine, writtenAt, lateAgreed }: Queued, now: number): boolean {
  return !lateAgreed && !(onLine && now - writtenAt < onItsWay);
}

export function inOrder(one: Queued, other: Queued): number {
  return one.order - other.order || (one.id < other.id ? -1 : 1);
}
