// Which addresses a link of a document may lead to: one rule for what is pasted, typed, stored and shown.

const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** True for absolute http, https, mailto and tel addresses; false for everything else (`javascript:`, `data:`, relative). */
export function isSafeLink(href: string | null | undefined): boolean {
  if (!href || href.length > 2000) return false;
  try {
    return protocols.has(new URL(href.trim()).protocol);
  } catch {
    return false;
  }
}

/** What a person typed, as an address a link may carry: `inap.gob.gt` → `https://inap.gob.gt/`; null where it cannot be one. */
export function toSafeLink(typed: string): string | null {
  const text = typed.trim();
  if (!text || /\s/.test(text)) return null;
  if (isSafeLink(text)) return text;
  if (/^[^@\s/:]+@[^@\s/:]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+(?:\/|$)/.test(text)) return null;
  const guess = `https://${text.replace(/^\/+/, '')}`;
  return /^[^/]+\.[^/]+/.test(text) && isSafeLink(guess) ? guess : null;
}
