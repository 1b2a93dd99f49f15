// The two choices that concern every page: how light it is, and in which language it speaks.
import { Monitor, Moon, Sun } from 'lucide-react';
import { languages } from '@cocrea/shared/i18n/messages.ts';
import { useState, type ReactNode } from 'react';
import { RadioCards } from './RadioCards.tsx';
import { chooseTheme, themes, useTheme } from './theme.ts';
import { speak, useLanguage, useWords } from './words.ts';

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

export function ThemeSwitch(): ReactNode {
  const { ui } = useWords();
  const { theme } = useTheme();
  return (
    <RadioCards
      inRow
      legend={ui.theme.legend}
      value={theme}
      onChange={chooseTheme}
      cards={themes.map((value) => {
        const Icon = icons[value];
        return { value, label: ui.theme[value], mark: <Icon aria-hidden="true" size="1em" /> };
      })}
    />
  );
}

export function LanguageSwitch(): ReactNode {
  const { ui } = useWords();
  const [failed, setFailed] = useState(false);
  return (
    <RadioCards
      inRow
      legend={ui.language.legend}
      value={useLanguage()}
      error={failed ? ui.networkFailure : undefined}
      onChange={(language) =>
        void speak(language).then(
          () => setFailed(false),
          () => setFailed(true),
        )
      }
      cards={languages.map((value) => ({ value, label: ui.language[value] }))}
    />
  );
}
