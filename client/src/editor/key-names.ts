// Keys as the keyboard in front of the reader prints them.
const mac = /mac|iphone|ipad/i.test(navigator.userAgent);

const names: Readonly<Record<string, string>> = mac
  ? { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩' }
  : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Mayús', Enter: 'Enter', Tab: 'Tab' };

/** `Mod-Shift-s` → `Ctrl + Mayús + S`, or `⌘ ⇧ S` on a Mac. */
export function keyNames(keys: string): string {
  return keys
    .split('-')
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(mac ? ' ' : ' + ');
}
