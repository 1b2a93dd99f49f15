// What stands beside the text: people and headings, and behind tabs what the page adds. One panel at a time.
import { useMemo, type ReactNode } from 'react';
import { Tabs, type TabView } from '../ui/Tabs.tsx';
import type { EditorDesk, EditorPanel } from './editor-extras.ts';
import { useWords } from './words.ts';

/** Of the panel every text has. */
export const homePanel = 'here';

interface SidePanelsProps {
  readonly desk: EditorDesk;
  /** People and headings. */
  readonly home: ReactNode;
  readonly panels: readonly EditorPanel[];
  readonly selected: string;
}

export function SidePanels({ desk, home, panels, selected }: SidePanelsProps): ReactNode {
  const words = useWords().editor;
  const tabs = useMemo(
    (): TabView[] => [
      { id: homePanel, label: words.outline.tab, view: home },
      ...panels.map(({ id, label, badge = 0, render }) => ({
        id,
        label: badge > 0 ? `${label} (${badge})` : label,
        view: render(desk),
      })),
    ],
    [words, home, panels, desk],
  );
  if (panels.length === 0) return home;
  return <Tabs label={words.outline.beside} tabs={tabs} selected={selected} onSelect={desk.openPanel} />;
}
