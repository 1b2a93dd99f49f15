// Where one belongs: each lab, what one is in it, and what that lets one do.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useLab } from '../../api/labs.ts';
import type { MyMembership } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Page.tsx';
import { useAccountWords } from './use-account-words.ts';
import styles from './account-page.module.css';

export function MyLabs({ memberships }: { readonly memberships: readonly MyMembership[] }): ReactNode {
  const { account, ui } = useAccountWords();
  const { labs: say } = account;
  return (
    <Section title={say.title}>
      {memberships.length === 0 ? (
        <EmptyState>{say.none}</EmptyState>
      ) : (
        <ul className={styles.labs}>
          {memberships.map(({ labId, labName, role, subTableId }) => (
            <li key={labId} className={styles.lab}>
              <Link href={paths.lab(labId)} className={styles.labName}>
                {labName}
              </Link>
              <p>
                {say.role}: <strong>{ui.roles[role]}</strong>
              </p>
              {subTableId !== null && <MySubTable labId={labId} subTableId={subTableId} />}
              <p className={styles.hint}>{ui.roleHints[role]}.</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function MySubTable({ labId, subTableId }: { readonly labId: string; readonly subTableId: string }): ReactNode {
  const { labs: say } = useAccountWords().account;
  const subTable = useLab(labId).data?.subTables.find(({ id }) => id === subTableId);
  return <p className={styles.subTable}>{subTable && say.subTable(String(subTable.no), subTable.theme)}</p>;
}
