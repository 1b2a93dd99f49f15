// What of the board is shown, in which order, and how many are chosen for the plenary.
import { agreements, contributionMarks } from '@cocrea/shared/domain/contribution.ts';
import type { TableSession } from '@cocrea/shared/domain/table-session.ts';
import { Star } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TablePlace } from '../../api/tables.ts';
import { Select } from '../../ui/Select.tsx';
import { useWords, type Words } from './words.ts';
import { CountedBallots } from '../ballots/CountedBallots.tsx';
import { filters, type Filter, type Sort } from './board-view.ts';
import styles from './board-filters.module.css';

interface BoardFiltersProps {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly onFilter: (filter: Filter) => void;
  /** Null while there is nothing to sort by. */
  readonly onSort: ((sort: Sort) => void) | null;
  /** While dots are given: where those of people without a phone are entered. */
  readonly counting?: { readonly place: TablePlace; readonly session: TableSession };
  /** How many are chosen for the plenary. */
  readonly children: ReactNode;
}

export function BoardFilters({ filter, sort, onFilter, onSort, counting, children }: BoardFiltersProps): ReactNode {
  const { board: say } = useWords();
  return (
    <div className={styles.filters}>
      <div className={styles.choice}>
        <Select
          label={say.filter.label}
          value={filter}
          onChange={onFilter}
          options={filters.map((value) => ({ value, label: filterInWords(value, say) }))}
        />
      </div>
      {onSort && (
        <div className={styles.choice}>
          <Select
            label={say.sort.label}
            value={sort}
            onChange={onSort}
            options={(['table', 'dots'] as const).map((value) => ({ value, label: say.sort[value] }))}
          />
        </div>
      )}
      {counting && <CountedBallots place={counting.place} quota={counting.session.dots} />}
      <p className={styles.plenary}>
        <Star aria-hidden="true" />
        {children}
      </p>
    </div>
  );
}

function filterInWords(filter: Filter, say: Words['board']): string {
  const mark = contributionMarks.find((one) => one === filter);
  if (mark) return say.filter.mark(say.marks[mark]);
  const level = agreements.find((one) => one === filter);
  if (level) return say.agreements[level];
  switch (filter) {
    case 'undecided':
    case 'plenary':
    case 'unread':
    case 'validated':
      return say.filter[filter];
    default:
      return say.filter.all;
  }
}
