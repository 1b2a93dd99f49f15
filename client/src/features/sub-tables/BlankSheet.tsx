// A sheet for somebody without a phone: who they are, what they allow, and lines under each guiding question.
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import type { ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { useWords } from './words.ts';
import styles from './paper.module.css';

/** So that four questions and their lines fit on one page of A4. */
const lines = 4;

export function BlankSheet({ subTable }: { readonly subTable: SubTable }): ReactNode {
  const { tables, app, ui } = useWords();
  const say = tables.sheet;
  return (
    <div className={styles.blank}>
      <header>
        <h2 className={styles.head}>{`${say.head} · ${tables.tableAndTheme(subTable.no, subTable.theme)}`}</h2>
      </header>
      <div className={styles.fields}>
        <p className={styles.field}>{say.name}</p>
        <p className={styles.field}>{say.institution}</p>
      </div>
      <p>{say.kind}</p>
      <ul className={styles.boxes}>
        {actorKinds.map((kind) => (
          <li key={kind} className={styles.choice}>
            <span className={styles.box} />
            <ActorKindMark kind={kind} silent />
            {ui.actorKinds[kind]}
          </li>
        ))}
      </ul>
      {subTable.questions.map((question, index) => (
        <section key={index} className={styles.question}>
          <h3>{`${index + 1}. ${question}`}</h3>
          {Array.from({ length: lines }, (_, line) => (
            <div key={line} className={styles.line} />
          ))}
        </section>
      ))}
      <section className={styles.consents}>
        <p>
          {app.join.noticeShort} {say.consents}
        </p>
        <ul>
          {(['attendance', 'image', 'contact'] as const).map((consent) => (
            <li key={consent} className={styles.consent}>
              <span>{app.join.consents[consent]}</span>
              <span className={styles.choice}>
                <span className={styles.box} />
                {say.yes}
              </span>
              <span className={styles.choice}>
                <span className={styles.box} />
                {say.no}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <div className={styles.fields}>
        <p className={styles.field}>{say.signature}</p>
        <p className={styles.keep}>{say.keep}</p>
      </div>
    </div>
  );
}
