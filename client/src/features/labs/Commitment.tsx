// The commitment behind the lab: what it says of itself, its milestones and its activities. In brief first, in full for who asks.
import type { Institution, LabFacts, Milestone } from '@cocrea/shared/domain/lab.ts';
import { flexDateInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { Section } from '../../ui/Page.tsx';
import { Table } from '../../ui/Table.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import styles from './commitment.module.css';

function acronyms(
  { institutions }: Milestone,
  { all, part }: { all: readonly Institution[]; part: 'responsible' | 'collaborates' },
): string {
  return institutions
    .filter((institution) => institution.part === part)
    .map(({ id }) => all.find((institution) => institution.id === id)?.acronym ?? id)
    .join(', ');
}

export function Commitment({ facts }: { readonly facts: LabFacts }): ReactNode {
  const { labPages } = useWords();
  const language = useLanguage();
  const say = labPages.lab.fact;
  const dates = labPages.lab.range(flexDateInWords(facts.start, language), flexDateInWords(facts.end, language));
  const fact = (label: string, text: string): ReactNode => (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
  const helpers = (milestone: Milestone): ReactNode => {
    const others = acronyms(milestone, { all: facts.institutions, part: 'collaborates' });
    return (
      <span className={styles.parties}>
        {acronyms(milestone, { all: facts.institutions, part: 'responsible' })}
        {others !== '' && <span className={styles.helpers}>{labPages.lab.milestone.collaborates(others)}</span>}
      </span>
    );
  };
  return (
    <Section title={labPages.lab.facts}>
      <dl className={styles.facts}>
        {fact(say.problem, facts.problem)}
        {fact(say.commitment, facts.commitment)}
        {fact(say.coordinator, facts.coordinator)}
        {fact(say.dates, dates)}
      </dl>
      <div className={styles.more}>
        <details className={styles.details}>
          <summary>{labPages.lab.factsMore}</summary>
          <dl className={styles.facts}>
            {fact(say.title, facts.title)}
            {fact(say.contribution, facts.contribution)}
            {fact(say.ogpRelevance, facts.ogpRelevance)}
            {fact(say.additional, facts.additional)}
            {fact(say.otherActors, facts.otherActors)}
          </dl>
        </details>
        <details className={styles.details}>
          <summary>{labPages.lab.milestonesCount(String(facts.milestones.length))}</summary>
          <Table
            caption={labPages.lab.milestones}
            columns={[
              labPages.lab.milestone.no,
              labPages.lab.milestone.goal,
              labPages.lab.milestone.responsible,
              labPages.lab.milestone.start,
              labPages.lab.milestone.end,
            ]}
            rows={facts.milestones.map((milestone) => ({
              key: String(milestone.no),
              cells: [
                String(milestone.no),
                milestone.goal,
                helpers(milestone),
                flexDateInWords(milestone.start, language),
                flexDateInWords(milestone.end, language),
              ],
            }))}
          />
        </details>
        <details className={styles.details}>
          <summary>{labPages.lab.activities}</summary>
          <Table
            caption={labPages.lab.activities}
            columns={[
              labPages.lab.activity.no,
              labPages.lab.activity.name,
              labPages.lab.activity.responsible,
              labPages.lab.activity.planned,
            ]}
            rows={facts.activities.map(({ no, name, responsible, planned }) => ({
              key: no,
              cells: [no, name, responsible, flexDateInWords(planned, language)],
            }))}
          />
        </details>
      </div>
    </Section>
  );
}
