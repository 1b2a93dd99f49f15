// A few views of one thing, of which one is seen.
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import styles from './tabs.module.css';

export interface TabView {
  readonly id: string;
  readonly label: string;
  readonly view: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly TabView[];
  /** Where somebody else decides which is seen. */
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
}

export function Tabs({ label, tabs, selected, onSelect }: TabsProps): ReactNode {
  return (
    <AriaTabs
      className={styles.tabs ?? ''}
      {...(selected !== undefined && { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map(({ id, label: name }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, view }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {view}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
