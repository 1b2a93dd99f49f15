// A page that is light whatever the reader prefers: walls in bright halls and paper are. Their choice comes back when they leave it.
import { useEffect } from 'react';

export function useLightPage(): void {
  useEffect(() => {
    const root = document.documentElement;
    const before = root.dataset.theme;
    root.dataset.theme = 'light';
    return () => {
      if (before === undefined) delete root.dataset.theme;
      else root.dataset.theme = before;
    };
  }, []);
}
