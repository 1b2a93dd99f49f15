// Keys that work wherever the focus is on the page: find, and help.
import { useEffect } from 'react';
import type { KeyActions } from './editor-keys.ts';

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}

export function usePageKeys({ onFind, onHelp }: Pick<KeyActions, 'onFind' | 'onHelp'>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const command = event.ctrlKey || event.metaKey;
      if (command && !event.shiftKey && event.key.toLowerCase() === 'f') {
        event.preventDefault();
        onFind();
      } else if (
        (command && !event.shiftKey && event.key === '/') ||
        (event.key === '?' && !command && !isWriting(event.target))
      ) {
        event.preventDefault();
        onHelp();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onFind, onHelp]);
}
