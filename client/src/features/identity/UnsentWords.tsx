// What this device has not sent yet and what leaving does to it: waits for whoever has an account, is out of reach for whoever has none.
import type { Me } from '@cocrea/shared/api/session.ts';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { documentsKey } from '../../api/keys.ts';
import type { DocumentsAnswer } from '../../api/labs.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useWords } from '../../ui/words.ts';
import styles from './account-page.module.css';
import type { Unsent } from './use-unsent-words.ts';

interface Known {
  readonly id: string;
  readonly title: string;
  readonly labId: string;
}

/** The documents this device has the names of; of others only the number is told. */
function useKnownDocuments(me: Me): readonly Known[] {
  const client = useQueryClient();
  return me.memberships.flatMap(({ labId }) =>
    (client.getQueryData<DocumentsAnswer>(documentsKey(labId))?.documents ?? []).map(({ id, title }) => ({ id, title, labId })),
  );
}

export function UnsentWords({ me, unsent }: { readonly me: Me; readonly unsent: Unsent }): ReactNode {
  const { leave: say } = useWords().account;
  const known = useKnownDocuments(me);
  if (unsent === 'looking') return <p role="status">{say.unsentLooking}</p>;
  if (unsent === 'unknown') return <Banner tone="warning">{say.unsentUnknown}</Banner>;
  if (unsent.length === 0) return <p role="status">{say.unsentNone}</p>;
  const changes = unsent.reduce((sum, document) => sum + document.changes, 0);
  const listed = known.filter(({ id }) => unsent.some(({ documentId }) => documentId === id));
  return (
    <Banner tone="warning">
      <div className={styles.unsent}>
        <p>{me.account ? say.unsentAccount(changes, unsent.length) : say.unsentDevice(changes, unsent.length)}</p>
        {listed.length > 0 && (
          <ul className={styles.documents}>
            {listed.map(({ id, title, labId }) => (
              <li key={id}>
                <Link href={paths.document(labId, id)}>{title}</Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Banner>
  );
}
