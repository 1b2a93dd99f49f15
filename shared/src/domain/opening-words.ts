// How a text begins, where all of it is too much: whole words, and a sign that it goes on.

/** Characters of a label, and of an entry in a list. */
export const openingLengths = { label: 40, entry: 120 } as const;

export function openingWords(text: string, most: number = openingLengths.label): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
