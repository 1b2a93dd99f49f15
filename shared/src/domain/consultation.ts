// How long a draft is open to observations, by Guatemala's calendar: whoever writes on the last day, at any hour, is in time.

/** Days a consultation stays open unless somebody says otherwise, and the least and most that can be said. */
export const consultationDays = { usual: 15, least: 1, most: 90 } as const;

/** Guatemala keeps one offset all year. */
const guatemala = -6 * 60 * 60_000;
const day = 24 * 60 * 60_000;

/** When a consultation of so many days ends that opens at `from`: with the last of those days, by Guatemala's calendar. */
export function consultationEnd(from: number, days: number): number {
  return (Math.floor((from + guatemala) / day) + days + 1) * day - guatemala;
}

/** The end of one that was to end at `to` and is given so many days more. */
export function prolongedEnd(to: number, days: number): number {
  return to + days * day;
}

/** Days of a consultation that are still to come after today; null once it is over. */
export function daysLeft({ to }: { readonly to: number }, now: number): number | null {
  if (now >= to) return null;
  return Math.floor((to - 1 + guatemala) / day) - Math.floor((now + guatemala) / day);
}
