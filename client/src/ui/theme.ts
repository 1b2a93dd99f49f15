// Light, dark, or as the system says. The choice is put on <html>; `public/theme.js` does the same before the first paint.
import { create } from 'zustand';
import { forget, recall, remember } from './memory.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const chosen = themes.find((theme) => theme === recall('theme')) ?? 'system';

export const useTheme = create<{ readonly theme: Theme }>(() => ({ theme: chosen }));

export function chooseTheme(theme: Theme): void {
  useTheme.setState({ theme });
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
    forget('theme');
  } else {
    document.documentElement.dataset.theme = theme;
    remember('theme', theme);
  }
}
