// Rows and columns on a wide screen; on a phone each row becomes a card whose lines carry the names of the columns.
import type { ReactNode } from 'react';
import styles from './table.module.css';

export interface Row {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

interface TableProps {
  /** Read out, and not shown: the section above the table says it already. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The last column is for what can be done; its name is only read out. */
  readonly deeds?: boolean;
}

export function Table({ caption, columns, rows, deeds = false }: TableProps): ReactNode {
  return (
    <table className={styles.table} data-deeds={deeds || undefined}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column} scope="col">
              {deeds && index === columns.length - 1 ? <span className="visually-hidden">{column}</span> : column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={columns[index]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={columns[index]} data-column={columns[index]}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
