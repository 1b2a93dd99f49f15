// How deep a JSON text nests, without parsing it: V8 parses any depth, but what encodes or compares the value again overflows the stack.

/** Nested lists and objects inside one value that every client can still encode and compare. */
export const deepestJson = 64;

/** Whether a JSON text is no deeper than that. */
export function isShallowJson(text: string): boolean {
  if (text.length <= deepestJson) return true;
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (quoted) {
      if (unit === 0x5c) i++;
      else if (unit === 0x22) quoted = false;
    } else if (unit === 0x22) quoted = true;
    else if (unit === 0x5b || unit === 0x7b) {
      if (++depth > deepestJson) return false;
    } else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return true;
}
