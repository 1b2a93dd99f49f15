// The facts of a proposal for those who read: what is not filled in says so.
import type { ProposalFields } from '@cocrea/shared/domain/proposal.ts';
import { flexDateInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import styles from './panel.module.css';

export function FieldsRead({ fields }: { readonly fields: ProposalFields }): ReactNode {
  const { fields: say, typologies, noTypology } = useWords().proposals;
  const language = useLanguage();
  const { typology, indicator, baseline, target, date, responsible } = fields;
  const facts = [
    [say.typology, typology === null ? noTypology : typologies[typology]],
    [say.indicator, indicator],
    [say.baseline, baseline],
    [say.target, target],
    [say.date, date === null ? '' : flexDateInWords(date, language)],
    [say.responsible, responsible?.name ?? ''],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === '' ? <span className={styles.quiet}>{say.nothing}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
