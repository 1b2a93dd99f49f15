// Rows and columns on a wide screen; on a phone each row becomes a card whose lines carry the names of the columns.
import type { ReactNode } from 'react';
import styles from './table.module.css';

export interface Row {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

interface FrameProps {
  /** Read out, and not shown: the section above the table says it already. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The last column is for what can be done; its name is only read out. */
  readonly actions?: boolean;
  /** The columns that hold numbers, which line up by their last digit. */
  readonly numbers?: readonly string[] | undefined;
}

interface TableProps extends FrameProps {
  readonly rows: readonly Row[];
}

export function Table({ rows, ...frame }: TableProps): ReactNode {
  return (
    <TableFrame {...frame}>
      <TableRows columns={frame.columns} numbers={frame.numbers} rows={rows} />
    </TableFrame>
  );
}

/**
 * A table whose rows are given as `TableRows`, for whoever draws them a part at a time. The roles are said aloud because on a phone the rows are no
 * longer laid out as a table, and some browsers then forget that they are one.
 */
export function TableFrame({
  caption,
  columns,
  actions = false,
  numbers,
  children,
}: FrameProps & { readonly children: ReactNode }): ReactNode {
  return (
    <table role="table" className={styles.table} data-actions={actions || undefined}>
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column, index) => (
            <th key={column} role="columnheader" scope="col" data-number={isNumber(column, numbers)}>
              {actions && index === columns.length - 1 ? <span className="visually-hidden">{column}</span> : column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function TableRows({ columns, numbers, rows }: Pick<TableProps, 'columns' | 'numbers' | 'rows'>): ReactNode {
  return rows.map(({ key, cells }) => (
    <tr key={key} role="row">
      {cells.map((cell, index) =>
        index === 0 ? (
          <th key={columns[index]} role="rowheader" scope="row">
            {cell}
          </th>
        ) : (
          <td key={columns[index]} role="cell" data-column={columns[index]} data-number={isNumber(columns[index], numbers)}>
            <div className={styles.cell}>{cell}</div>
          </td>
        ),
      )}
    </tr>
  ));
}

function isNumber(column: string | undefined, numbers: readonly string[] = []): true | undefined {
  return (column !== undefined && numbers.includes(column)) || undefined;
}
