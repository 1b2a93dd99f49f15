// The wall during a question: the question itself, how much has arrived, and the newest of it.
import { questionOf, type TableNow } from '@cocrea/shared/domain/table-session.ts';
import type { ReactNode } from 'react';
import { useBoard } from '../../api/contributions.ts';
import { useHere } from '../../api/here.ts';
import { useTablePeople } from '../../api/table-people.ts';
import type { TablePlace } from '../../api/tables.ts';
import { useSeesPeople } from './use-projected-door.ts';
import { useWords } from './words.ts';
import styles from './projector.module.css';

/** As many as are read from ten metres without scrolling. */
const shown = 3;

export function ProjectedQuestion({ place, table }: { readonly place: TablePlace; readonly table: TableNow }): ReactNode {
  const { tables } = useWords();
  const say = tables.screen;
  const question = questionOf(table.session?.phase ?? 'welcome') ?? 0;
  const said = (useBoard(place).data?.contributions ?? []).filter((one) => one.question === question && !one.late);
  const people = useTablePeople(place, { enabled: useSeesPeople(place, table.subTable) }).data;
  const here = new Set(useHere(place.lab).map(({ personId }) => personId));
  const connected = people?.people.filter(({ personId }) => here.has(personId)).length;
  const newest = [...said].sort((one, other) => other.receivedAt - one.receivedAt).slice(0, shown);
  return (
    <>
      <p className={styles.question}>{table.subTable.questions[question - 1]}</p>
      <p className={styles.count}>
        {tables.contributions(said.length)}
        {connected !== undefined && ` · ${tables.present(connected, people?.paper.length ?? 0)}`}
      </p>
      <section aria-label={say.newest} className={styles.newest}>
        {newest.length === 0 && <p className={styles.quiet}>{say.waiting}</p>}
        <ul className={styles.items}>
          {newest.map(({ id, folio, text, language }) => (
            <li key={id} className={styles.item}>
              <span className={styles.folio}>{folio}</span>
              <span className={styles.said} lang={language}>
                {text}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
