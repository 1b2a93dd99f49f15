// The wall while the table validates, and in the plenary: its items with folio, agreement and what is validated already.
import type { Cluster, Contribution } from '@cocrea/shared/domain/contribution.ts';
import { plenaryItems } from '@cocrea/shared/domain/table-session.ts';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useBoard } from '../../api/contributions.ts';
import type { TablePlace } from '../../api/tables.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';
import { itemsOf } from './items-of.ts';
import styles from './projector.module.css';

/** As many as are read from ten metres without scrolling: the next two to be read, or all that goes to the plenary. */
const shown = { all: 2, plenary: plenaryItems } as const;

export function ProjectedItems({ place, only }: { readonly place: TablePlace; readonly only: 'all' | 'plenary' }): ReactNode {
  const say = useWords().tables.screen;
  const board = useBoard(place).data;
  if (!board) return <Skeleton lines={4} tall />;
  const items = itemsOf(board, only);
  const validated = items.filter(({ cluster }) => cluster.validatedAt !== null).length;
  // While the table validates, what is still to be read comes first, and only as much as a wall holds.
  const open = only === 'all' ? items.filter(({ cluster }) => cluster.validatedAt === null) : items;
  const next = open.slice(0, shown[only]);
  if (only === 'plenary' && items.length === 0) return <p className={styles.question}>{say.noPlenary}</p>;
  return (
    <>
      <p role="status" className={styles.count}>
        {only === 'plenary' ? say.plenary : say.validated(validated, items.length)}
      </p>
      <ol className={styles.items} data-only={only}>
        {next.map((item) => (
          <ProjectedItem key={item.cluster.id} {...item} />
        ))}
      </ol>
      {open.length > next.length && <p className={styles.quiet}>{say.more(open.length - next.length)}</p>}
    </>
  );
}

interface ItemProps {
  readonly cluster: Cluster;
  readonly contributions: readonly Contribution[];
}

function ProjectedItem({ cluster, contributions }: ItemProps): ReactNode {
  const say = useWords().tables.screen;
  const [first, ...others] = contributions;
  if (!first) return null;
  const facts = [
    ...(cluster.agreement === null ? [] : [say.agreements[cluster.agreement]]),
    ...(others.length === 0 ? [] : [say.and(others.length)]),
  ];
  return (
    <li className={styles.item}>
      <span className={styles.folio}>
        {first.folio}
        {cluster.validatedAt !== null && (
          <>
            {' '}
            <Check role="img" aria-label={say.isValidated} className={styles.check} />
          </>
        )}
      </span>
      <span className={styles.said} lang={first.language}>
        {first.text}
      </span>
      {facts.length > 0 && <span className={styles.quiet}>{facts.join(' · ')}</span>}
    </li>
  );
}
