// What each question has heard: contributions, voices as a bar beside the seats taken, and the kinds of actor still missing.
import { questionOf, type TableNow, type TableSession } from '@cocrea/shared/domain/table-session.ts';
import type { ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Section } from '../../ui/Page.tsx';
import { useWords } from './words.ts';
import styles from './console.module.css';
import type { TableSides } from './use-table-sides.ts';

interface CoverageSectionProps {
  readonly table: TableNow;
  readonly session: TableSession;
  readonly sides: TableSides;
}

export function CoverageSection({ table, session, sides }: CoverageSectionProps): ReactNode {
  const { tables } = useWords();
  const say = tables.console;
  const { coverage, people } = sides;
  const seated = (people?.people.length ?? 0) + (people?.paper.length ?? 0);
  const current = questionOf(session.phase);
  return (
    <Section title={say.coverage}>
      <ol className={styles.coverage}>
        {coverage.map(({ question, contributions, voices, missing }) => (
          <li key={question} className={styles.heard} aria-current={question === current ? 'step' : undefined}>
            <div className={styles.heardHead}>
              <span className={styles.heardName} title={table.subTable.questions[question - 1]}>
                {tables.question(question)}
                {question === current && ` · ${say.now}`}
              </span>
              <span>{say.coverageLine(contributions, voices)}</span>
            </div>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.bar} style={{ inlineSize: `${seated === 0 ? 0 : Math.min(voices / seated, 1) * 100}%` }} />
            </span>
            {contributions > 0 && (
              <div className={styles.missing}>
                {missing.length === 0 ? (
                  say.missingNone
                ) : (
                  <>
                    <span>{say.missing}</span>
                    {missing.map((kind) => (
                      <ActorKindMark key={kind} kind={kind} named />
                    ))}
                  </>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
