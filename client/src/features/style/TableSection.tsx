// A table: rows with a person, a state, a number and actions; on a phone the same rows as cards. And one with nothing in it.
import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { Table, TableFrame, TableRows } from '../../ui/Table.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

export function TableSection(): ReactNode {
  const style = useStyleWords();
  const { table } = style;
  const rows = [
    { key: '1', name: table.first, tone: 'good', state: table.done, months: '3', money: 'Q 96,000.00' },
    { key: '2', name: table.second, tone: 'warning', state: table.late, months: '17', money: 'Q 1,950.00' },
    { key: '3', name: table.longWords, tone: 'plain', state: table.planned, months: '1', money: 'Q 570,075.00' },
  ] as const;
  const columns = [table.activity, table.state, table.months];
  return (
    <Piece name="table">
      <Specimens wide>
        <Specimen label={table.withActions}>
          <Table
            caption={table.withActions}
            columns={[table.activity, table.state, table.months, table.money, table.actions]}
            numbers={[table.months, table.money]}
            actions
            rows={rows.map(({ key, name, tone, state, months, money }) => ({
              key,
              cells: [
                name,
                <StatusPill key="state" tone={tone}>
                  {state}
                </StatusPill>,
                months,
                money,
                <Menu
                  key="actions"
                  of={name}
                  actions={[
                    {
                      id: 'edit',
                      label: table.edit,
                      icon: <Pencil aria-hidden="true" />,
                      onAct: () => tell(style.menu.done(table.edit)),
                    },
                  ]}
                />,
              ],
            }))}
          />
        </Specimen>
        <Specimen label={table.inParts}>
          <TableFrame caption={table.inParts} columns={columns} numbers={[table.months]}>
            {rows.map(({ key, name, state, months }) => (
              <TableRows key={key} columns={columns} numbers={[table.months]} rows={[{ key, cells: [name, state, months] }]} />
            ))}
          </TableFrame>
        </Specimen>
        <Specimen label={table.empty}>
          <EmptyState>{table.emptyWords}</EmptyState>
        </Specimen>
      </Specimens>
    </Piece>
  );
}
