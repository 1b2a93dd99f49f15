// From how many sectors a lab speaks: bars with the mark of each kind, and the same as a table.
import type { Member } from '@cocrea/shared/domain/person.ts';
import { ChartBar, Table2 } from 'lucide-react';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import { Table } from '../../ui/Table.tsx';
import { useWords } from './words.ts';
import { countByKind } from './find-people.ts';
import styles from './people-by-kind.module.css';

export function PeopleByKind({ people }: { readonly people: readonly Member[] }): ReactNode {
  const { people: say, ui } = useWords();
  const [asTable, setAsTable] = useState(false);
  const counts = countByKind(people);
  const most = Math.max(1, ...counts.map(({ total }) => total));
  const { columns } = say.byKind;
  const accounts = people.filter(({ account }) => account).length;
  return (
    <Section
      title={say.byKind.title}
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
      {asTable ? (
        <div className={styles.table}>
          <Table
            caption={say.byKind.title}
            numbers={[columns.account, columns.device, columns.total]}
            columns={[columns.kind, columns.account, columns.device, columns.total]}
            rows={[
              ...counts.map(({ kind, account, device, total }) => ({
                key: kind,
                cells: [<ActorKindMark key={kind} kind={kind} named />, account, device, total],
              })),
              { key: 'total', cells: [say.byKind.total, accounts, people.length - accounts, people.length] },
            ]}
          />
        </div>
      ) : (
        <ul className={styles.bars}>
          {counts.map(({ kind, total }) => (
            <li key={kind} className={styles.row}>
              <ActorKindMark kind={kind} named />
              <span
                className={styles.bar}
                data-kind={kind}
                style={{ '--share': total / most } as CSSProperties}
                aria-hidden="true"
              />
              <span className={styles.count}>{total}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
