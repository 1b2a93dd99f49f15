// How a text begins, for a label that must stay short: whole words, and a sign that it goes on.
const most = 40;

export function openingWords(text: string): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
