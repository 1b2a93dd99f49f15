// How the proposals of a lab are spread over the typologies: bars, and the same as a table.
import type { Proposal } from '@cocrea/shared/domain/proposal.ts';
import { ChartBar, Table2 } from 'lucide-react';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import { Table } from '../../ui/Table.tsx';
import { useWords } from './words.ts';
import { countByTypology } from './find-proposals.ts';
import styles from './portfolio.module.css';

export function Portfolio({ proposals }: { readonly proposals: readonly Proposal[] }): ReactNode {
  const { proposals: say, ui } = useWords();
  const [asTable, setAsTable] = useState(false);
  const counts = countByTypology(proposals).map(({ typology, count }) => ({
    key: typology ?? 'none',
    name: typology === null ? say.noTypology : say.typologies[typology],
    count,
  }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const { portfolio } = say;
  return (
    <Section
      title={portfolio.title}
      actions={
        <Button
          look="quiet"
          icon={asTable ? <ChartBar aria-hidden="true" /> : <Table2 aria-hidden="true" />}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? ui.asDrawing : ui.asTable}
        </Button>
      }
    >
      <p className={styles.hint}>{portfolio.hint}</p>
      {asTable ? (
        <div className={styles.table}>
          <Table
            caption={portfolio.title}
            columns={[portfolio.typology, portfolio.count]}
            numbers={[portfolio.count]}
            rows={[
              ...counts.map(({ key, name, count }) => ({ key, cells: [name, count] })),
              { key: 'total', cells: [portfolio.total, proposals.length] },
            ]}
          />
        </div>
      ) : (
        <ul className={styles.bars}>
          {counts.map(({ key, name, count }) => (
            <li key={key} className={styles.row}>
              <span>{name}</span>
              <span className={styles.bar} style={{ '--share': count / most } as CSSProperties} aria-hidden="true" />
              <span className={styles.count}>{count}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
