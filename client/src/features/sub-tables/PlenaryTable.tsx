// What one table brings to the plenary: at most three items, with folio, agreement and dots.
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { plenaryItems } from '@cocrea/shared/domain/table-session.ts';
import { useId, type ReactNode } from 'react';
import { useBoard } from '../../api/contributions.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';
import { itemsOf, type Item } from './items-of.ts';
import styles from './plenary.module.css';

export function PlenaryTable({ lab, subTable }: { readonly lab: string; readonly subTable: SubTable }): ReactNode {
  const { tables } = useWords();
  const titleId = useId();
  const board = useBoard({ lab, no: subTable.no }).data;
  const items = board && itemsOf(board, 'plenary').slice(0, plenaryItems);
  const facts = ({ cluster, contributions }: Item): string => {
    const say = tables.screen;
    const dots = board?.dots?.[cluster.id] ?? 0;
    return [
      ...(cluster.agreement === null ? [] : [say.agreements[cluster.agreement]]),
      ...(contributions.length > 1 ? [say.and(contributions.length - 1)] : []),
      ...(dots > 0 ? [say.dots(dots)] : []),
    ].join(' · ');
  };
  return (
    <section className={styles.table} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.theme}>
        <span className={styles.no}>{tables.table(subTable.no)}</span>
        {subTable.theme}
      </h2>
      {!items && <Skeleton lines={3} tall />}
      {items?.length === 0 && <p className={styles.quiet}>{tables.together.noneOf}</p>}
      {items && items.length > 0 && (
        <ol className={styles.items}>
          {items.map((item) => (
            <li key={item.cluster.id} className={styles.item}>
              <span className={styles.quiet}>{item.contributions[0]?.folio}</span>
              <span lang={item.contributions[0]?.language}>{item.contributions[0]?.text}</span>
              <span className={styles.quiet}>{facts(item)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
