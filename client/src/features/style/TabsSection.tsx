// Tabs: a few short ones, and more than a phone is wide.
import type { ReactNode } from 'react';
import { Tabs } from '../../ui/Tabs.tsx';
import { useDraftDates } from '../../ui/draft-dates.ts';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

export function TabsSection(): ReactNode {
  const style = useStyleWords();
  const { draftDates } = useDraftDates();
  const { tabs } = style;
  return (
    <Piece name="tabs">
      <Specimens wide>
        <Specimen label={tabs.few}>
          <Tabs
            label={tabs.few}
            tabs={[
              { id: 'people', label: tabs.people, view: <p>{tabs.peopleView}</p> },
              { id: 'outline', label: tabs.outline, view: <p>{tabs.outlineView}</p> },
            ]}
          />
        </Specimen>
        <Specimen label={tabs.many}>
          <Tabs
            label={tabs.many}
            tabs={Object.entries(draftDates.states).map(([id, label]) => ({ id, label, view: <p>{label}</p> }))}
          />
        </Specimen>
      </Specimens>
    </Piece>
  );
}
