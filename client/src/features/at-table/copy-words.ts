// Words to the clipboard: also on a plain address in a hall, where a page is given no clipboard and only the old way is left.
export async function copyWords(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) {
    const copied = await clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (copied) return true;
  }
  const before = document.activeElement;
  const place = document.createElement('textarea');
  place.value = text;
  place.className = 'visually-hidden';
  document.body.append(place);
  place.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    place.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
