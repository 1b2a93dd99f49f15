// The questions of a table side by side where there is room, one at a time on a phone.
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import tabStyles from '../../ui/tabs.module.css';
import { useWords } from './words.ts';
import type { Column } from './board-view.ts';
import styles from './board-columns.module.css';
import type { ColumnWork } from './column-work.ts';
import { QuestionColumn } from './QuestionColumn.tsx';

interface BoardColumnsProps extends ColumnWork {
  readonly columns: readonly Column[];
}

export function BoardColumns({ columns, ...props }: BoardColumnsProps): ReactNode {
  const { board: say } = useWords();
  const wide = useWide();
  const [current, setCurrent] = useState(1);
  if (wide) {
    return (
      <div className={styles.columns}>
        {columns.map((column) => (
          <QuestionColumn key={column.no} column={column} {...props} />
        ))}
      </div>
    );
  }
  return (
    <Tabs selectedKey={String(current)} onSelectionChange={(key) => setCurrent(Number(key))}>
      <TabList aria-label={say.columns} className={`${tabStyles.list} ${styles.tabs}`}>
        {columns.map(({ no, count, all }) => {
          const fresh = all.some((card) => card.fresh);
          return (
            <Tab key={no} id={String(no)} className={`${tabStyles.tab} ${styles.tab}`}>
              <span>
                {say.column(no, count)}
                <span className="visually-hidden"> {say.contributionsUncounted(count)}</span>
              </span>
              {fresh && <span className={styles.fresh} role="img" aria-label={say.newOne} />}
            </Tab>
          );
        })}
      </TabList>
      {columns.map((column) => (
        <TabPanel key={column.no} id={String(column.no)} className={styles.panel ?? ''}>
          <QuestionColumn column={column} {...props} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

const wideScreen = '(min-width: 64rem)';

function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(wideScreen);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(wideScreen).matches,
  );
}
