// Five tables by four questions: how much was said, and how much of it has a place. A cell opens what was said there.
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import type { ReactNode } from 'react';
import styles from './desk.module.css';
import { cellOf, type DeskSource, type SourceFilter } from './source.ts';
import { useWords } from './words.ts';

interface CoverageProps {
  readonly sources: readonly DeskSource[];
  readonly subTables: readonly SubTable[];
  readonly chosen: SourceFilter['cell'];
  readonly onChoose: (cell: SourceFilter['cell']) => void;
}

const questions = [1, 2, 3, 4] as const;

export function Coverage({ sources, subTables, chosen, onChoose }: CoverageProps): ReactNode {
  const { coverage: say } = useWords().consolidation;
  return (
    <table className={styles.matrix}>
      <caption className={styles.heading}>{say.title}</caption>
      <thead>
        <tr>
          <td />
          {questions.map((question) => (
            <th key={question} scope="col">
              {say.question(question)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {subTables.map(({ id, no, theme }) => (
          <tr key={id}>
            <th scope="row" title={theme}>
              {say.table(no)}
            </th>
            {questions.map((question) => {
              const { total, settled } = cellOf(sources, { subTableId: id, question });
              const isChosen = chosen?.subTableId === id && chosen.question === question;
              return (
                <td key={question}>
                  <button
                    type="button"
                    className={styles.cell}
                    data-fill={total === 0 ? 'none' : settled === total ? 'done' : 'some'}
                    aria-pressed={isChosen}
                    aria-label={say.cell(no, question, settled, total)}
                    onClick={() => onChoose(isChosen ? null : { subTableId: id, question })}
                  >
                    {total === 0 ? '–' : `${settled}/${total}`}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
