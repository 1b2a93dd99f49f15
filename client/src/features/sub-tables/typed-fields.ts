// What people type into the forms of a table, read.

/** A whole number from 1 to `most`; null for anything else. */
export function wholeNumber(typed: string, most: number): number | null {
  const number = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
  return number >= 1 && number <= most ? number : null;
}

/** What a field for date and time gives (`2026-11-27T18:00`), as milliseconds since 1970: Guatemala is six hours behind all year. */
export function momentOfGuatemala(typed: string): number | null {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) ? Date.parse(`${typed}:00-06:00`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
