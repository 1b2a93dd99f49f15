// The codes nobody can come in with any more, and how many did.
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { Table } from '../../ui/Table.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import { groupedCode } from './join-link.ts';
import { opensInWords } from './opens-in-words.ts';

interface ClosedCodesProps {
  readonly codes: readonly JoinCode[];
  readonly subTables: readonly SubTable[];
}

export function ClosedCodes({ codes, subTables }: ClosedCodesProps): ReactNode {
  const words = useWords();
  const { codes: say } = words;
  const language = useLanguage();
  const { columns } = say;
  const closedLast = [...codes].sort((one, other) => (other.closedAt ?? 0) - (one.closedAt ?? 0));
  return (
    <Table
      caption={say.closed}
      numbers={[columns.uses]}
      columns={[columns.code, columns.opens, columns.gives, columns.uses, columns.made, columns.closed]}
      rows={closedLast.map((code) => ({
        key: code.id,
        cells: [
          groupedCode(code.code),
          opensInWords(code, { subTables, words }),
          say.gives[code.role],
          code.uses,
          momentInWords(code.createdAt, language),
          code.closedAt === null ? '' : momentInWords(code.closedAt, language),
        ],
      }))}
    />
  );
}
