// What can be done to the table one stands in.
import {
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Columns3,
  Rows3,
  Table2,
  Trash2,
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
} from 'lucide-react';
import type { Tool } from './tools.ts';

export const tableTools: readonly Tool[] = [
  {
    id: 'row-before',
    icon: BetweenHorizontalEnd,
    name: ({ table }) => table.rowBefore,
    run: (editor) => editor.chain().focus().addRowBefore().run(),
  },
  {
    id: 'row-after',
    icon: BetweenHorizontalStart,
    name: ({ table }) => table.rowAfter,
    run: (editor) => editor.chain().focus().addRowAfter().run(),
  },
  {
    id: 'column-before',
    icon: BetweenVerticalEnd,
    name: ({ table }) => table.columnBefore,
    run: (editor) => editor.chain().focus().addColumnBefore().run(),
  },
  {
    id: 'column-after',
    icon: BetweenVerticalStart,
    name: ({ table }) => table.columnAfter,
    run: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  {
    id: 'header-row',
    icon: Table2,
    name: ({ table }) => table.headerRow,
    run: (editor) => editor.chain().focus().toggleHeaderRow().run(),
  },
  {
    id: 'delete-row',
    icon: Rows3,
    name: ({ table }) => table.deleteRow,
    run: (editor) => editor.chain().focus().deleteRow().run(),
  },
  {
    id: 'delete-column',
    icon: Columns3,
    name: ({ table }) => table.deleteColumn,
    run: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  {
    id: 'delete-table',
    icon: Trash2,
    name: ({ table }) => table.deleteTable,
    run: (editor) => editor.chain().focus().deleteTable().run(),
  },
];

/** The tools whose picture is crossed out: the same row or column, taken away. */
export const takesAway = new Set(['delete-row', 'delete-column']);
