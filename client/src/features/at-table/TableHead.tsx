// The head of the page: which table, where it stands, how long there is.
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import { questionOf } from '@cocrea/shared/domain/table-session.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { useHeading } from '../../ui/arrival.ts';
import { useLanguage } from '../../ui/words.ts';
import { useDeadlineOver } from '../sub-tables/use-deadline-over.ts';
import { TimeLeft } from './TimeLeft.tsx';
import styles from './table-head.module.css';
import { useWords } from './words.ts';

export function TableHead({ table: { subTable, session } }: { readonly table: TableNow }): ReactNode {
  const { atTable } = useWords();
  const language = useLanguage();
  const title = atTable.title(subTable.no, subTable.theme);
  const heading = useHeading(title);
  const phase = session?.phase ?? null;
  const question = phase === null ? null : questionOf(phase);
  const until = session?.mode === 'until' && phase !== 'closed' ? session.openUntil : null;
  const over = useDeadlineOver(until);
  const deadline =
    until === null ? null : over ? atTable.phases.deadlineOver : atTable.phases.openUntil(momentInWords(until, language));
  // Where everybody answers in their own time the form asks which question it is; the table stands at none.
  const answering = phase === null || phase === 'welcome' || question !== null;
  const where =
    deadline !== null && answering
      ? deadline
      : phase === null
        ? atTable.phases.notOpen
        : question === null
          ? atTable.phases[phase as Exclude<typeof phase, 'q1' | 'q2' | 'q3' | 'q4'>]
          : atTable.phases.question(question, subTable.questions.length);
  return (
    <header className={styles.head}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <div className={styles.row}>
        <p role="status">{where}</p>
        {session !== null && <TimeLeft clock={session.clock} />}
      </div>
      {deadline !== null && !answering && <p>{deadline}</p>}
      {answering && deadline === null && <h2 className={styles.question}>{subTable.questions[(question ?? 1) - 1]}</h2>}
    </header>
  );
}
