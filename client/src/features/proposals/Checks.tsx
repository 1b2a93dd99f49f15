// The three conditions of the gate: met or not, and what to do about those that are not.
import type { Checks as ChecksMet } from '@cocrea/shared/domain/endorsement.ts';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from './words.ts';
import styles from './gate.module.css';

export function Checks({ checks: { impact, ogpValue, unmeasured } }: { readonly checks: ChecksMet }): ReactNode {
  const { gate: say } = useWords().proposals;
  const checks = [
    { name: say.impact, met: impact, todo: say.impactTodo },
    { name: say.measurable, met: unmeasured.length === 0, todo: say.measuresMissing(unmeasured) },
    { name: say.ogpValue, met: ogpValue, todo: say.ogpValueTodo },
  ];
  return (
    <ul className={styles.checks} aria-label={say.checks}>
      {checks.map(({ name, met, todo }) => (
        <li key={name} className={styles.check} data-unmet={!met || undefined}>
          {met ? <CircleCheck role="img" aria-label={say.met} /> : <TriangleAlert role="img" aria-label={say.unmet} />}
          <span>{name}</span>
          {!met && <span className={styles.todo}>{todo}</span>}
        </li>
      ))}
    </ul>
  );
}
