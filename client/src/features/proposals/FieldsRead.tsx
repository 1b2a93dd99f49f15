// The facts of a proposal for those who read, all or some of them: what is not filled in says so.
import type { ProposalFields } from '@cocrea/shared/domain/proposal.ts';
import { flexDateInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import styles from './panel.module.css';

interface FieldsReadProps {
  readonly fields: ProposalFields;
  readonly only?: readonly (keyof ProposalFields)[];
}

export function FieldsRead({ fields, only }: FieldsReadProps): ReactNode {
  const { fields: say, typologies, noTypology } = useWords().proposals;
  const language = useLanguage();
  const { typology, indicator, baseline, target, date, responsible } = fields;
  const facts = [
    ['typology', typology === null ? noTypology : typologies[typology]],
    ['indicator', indicator],
    ['baseline', baseline],
    ['target', target],
    ['date', date === null ? '' : flexDateInWords(date, language)],
    ['responsible', responsible?.name ?? ''],
  ] as const;
  const shown = facts.filter(([fact]) => only?.includes(fact) ?? true);
  return (
    <dl className={styles.facts}>
      {shown.map(([fact, value]) => (
        <div key={fact}>
          <dt>{say[fact]}</dt>
          <dd>{value === '' ? <span className={styles.quiet}>{say.nothing}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
