// A table as CSV for spreadsheets: UTF-8 with a byte order mark, so that they read accents; RFC 4180; and no cell they would run as a formula.

const byteOrderMark = '\uFEFF';
/** What a spreadsheet takes for the beginning of a formula, also behind white space and in full width. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`);
  return new TextEncoder().encode(byteOrderMark + lines.join(''));
}

/** An apostrophe before it makes a formula a text, as it does when typed into a sheet. Quoted always, so that no rule has to be remembered. */
function cellOf(text: string): string {
  const words = formula.test(text) ? `'${text}` : text;
  return `"${words.replaceAll('"', '""')}"`;
}
