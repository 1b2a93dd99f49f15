// The line of a lab's process, drawn: what is done, what is open now, what comes next. Its table twin says the same in rows.
import { Table2, Waypoints } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Stage } from '@cocrea/shared/domain/process-line.ts';
import { daysLeft } from '@cocrea/shared/domain/consultation.ts';
import { closingDay, dayOfMoment, flexDateInWords } from '@cocrea/shared/i18n/dates.ts';
import type { Language } from '@cocrea/shared/i18n/messages.ts';
import { Link } from 'wouter';
import { Button } from './Button.tsx';
import { useDraftDates, type DraftDates } from './draft-dates.ts';
import { Section } from './Page.tsx';
import styles from './process-line.module.css';
import { Table } from './Table.tsx';
import { useLanguage } from './words.ts';

interface StageView {
  readonly key: string;
  readonly stage: Stage;
  readonly name: string;
  readonly state: string;
  readonly when: string;
  readonly href: string | null;
}

interface ProcessLineProps {
  readonly stages: readonly Stage[];
  /** Where a stage is read or written; null where there is nothing to open yet. */
  readonly hrefOf: (stage: Stage) => string | null;
}

function useStageViews({ stages, hrefOf }: ProcessLineProps): StageView[] {
  const { draftDates } = useDraftDates();
  const language = useLanguage();
  return stages.map((stage) => ({
    key: stage.kind === 'draft' ? stage.documentId : stage.kind,
    stage,
    name: stage.kind === 'draft' ? draftDates.draft(String(stage.draftNo)) : draftDates.line.subTables,
    state: stage.kind === 'draft' ? draftDates.states[stage.draftState] : draftDates.line.states[stage.state],
    when: stage.kind === 'draft' ? whenOf(stage, { draftDates, language }) : draftDates.tables(String(stage.subTables)),
    href: hrefOf(stage),
  }));
}

/** The date that matters where the draft stands: of its consultation, else of its freeze, else the planned one. */
function whenOf(
  { opens, life, draftState }: Extract<Stage, { kind: 'draft' }>,
  { draftDates, language }: Pick<DraftDates, 'draftDates'> & { readonly language: Language },
): string {
  const { frozen, consultation } = life;
  if (consultation !== null && draftState === 'in_consultation') {
    const left = daysLeft(consultation, Date.now());
    const last = closingDay(consultation.to, language);
    return left === null ? draftDates.over(last) : `${draftDates.until(last)} · ${draftDates.daysLeft(left)}`;
  }
  if (frozen !== null) return draftDates.frozen(dayOfMoment(frozen.at, language));
  return draftDates.planned(flexDateInWords(opens, language));
}

function Line({ views, small = false }: { readonly views: readonly StageView[]; readonly small?: boolean }): ReactNode {
  return (
    <ol className={small ? `${styles.line} ${styles.small}` : styles.line}>
      {views.map(({ key, stage, name, state, when, href }) => (
        <li
          key={key}
          className={styles.stage}
          data-state={stage.state}
          aria-current={stage.state === 'open' ? 'step' : undefined}
        >
          <span className={styles.dot} aria-hidden="true">
            <svg viewBox="0 0 16 16">
              {stage.state === 'done' && <path d="M3.5 8.5 6.5 11.5 12.5 5" />}
              {stage.state === 'open' && <circle cx="8" cy="8" r="3.5" />}
            </svg>
          </span>
          <span className={styles.words}>
            <span className={styles.name}>{href === null ? name : <Link href={href}>{name}</Link>}</span>
            <span className={styles.state}>{state}</span>
            {!small && <span className={styles.when}>{when}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** In full, for a lab's home: a section with its title and the switch to its twin. */
export function ProcessLine(props: ProcessLineProps): ReactNode {
  const { ui, draftDates } = useDraftDates();
  const views = useStageViews(props);
  const [asTable, setAsTable] = useState(false);
  const twin = (
    <Button
      look="quiet"
      icon={asTable ? <Waypoints aria-hidden="true" /> : <Table2 aria-hidden="true" />}
      onClick={() => setAsTable(!asTable)}
    >
      {asTable ? ui.asDrawing : ui.asTable}
    </Button>
  );
  return (
    <Section title={draftDates.line.title} actions={twin}>
      {asTable ? (
        <Table
          caption={draftDates.line.title}
          columns={[draftDates.line.stage, draftDates.line.state, draftDates.line.when]}
          rows={views.map(({ key, name, state, when, href }) => ({
            key,
            cells: [href === null ? name : <Link href={href}>{name}</Link>, state, when],
          }))}
        />
      ) : (
        <Line views={views} />
      )}
    </Section>
  );
}

/** Small and upright, for the side of every page. */
export function ProcessLineSmall(props: ProcessLineProps): ReactNode {
  return <Line views={useStageViews(props)} small />;
}
