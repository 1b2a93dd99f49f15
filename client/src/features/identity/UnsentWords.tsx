// What this device has not sent yet and what leaving does to it: waits for whoever has an account, is out of reach for whoever has none.
import type { Me } from '@cocrea/shared/api/session.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useDocuments } from '../../api/labs.ts';
import { countUnsentContributions } from '../../outbox/unsent-contributions.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useAccountWords } from './use-account-words.ts';
import styles from './account-page.module.css';
import type { UnsentDocument } from '../../realtime/unsent-words.ts';
import type { Unsent } from './use-unsent-words.ts';

interface UnsentInLabProps {
  readonly labId: string;
  readonly unsent: readonly UnsentDocument[];
}

/** The documents of one lab as links; those whose names cannot be had are only counted. */
function UnsentInLab({ labId, unsent }: UnsentInLabProps): ReactNode {
  const documents = useDocuments(labId).data?.documents ?? [];
  return documents
    .filter(({ id }) => unsent.some(({ documentId }) => documentId === id))
    .map(({ id, title }) => (
      <li key={id}>
        <Link href={paths.document(labId, id)}>{title}</Link>
      </li>
    ));
}

export function UnsentWords({ me, unsent }: { readonly me: Me; readonly unsent: Unsent }): ReactNode {
  const { leave: say } = useAccountWords().account;
  if (unsent === 'looking') return <p role="status">{say.unsentLooking}</p>;
  if (unsent === 'unknown') return <Banner tone="warning">{say.unsentUnknown}</Banner>;
  const contributions = countUnsentContributions(me.personId);
  if (unsent.length === 0 && contributions === 0) return <p role="status">{say.unsentNone}</p>;
  const changes = unsent.reduce((sum, document) => sum + document.changes, 0);
  return (
    <Banner tone="warning">
      <div className={styles.unsent}>
        {unsent.length > 0 && (
          <p>{me.account ? say.unsentAccount(changes, unsent.length) : say.unsentDevice(changes, unsent.length)}</p>
        )}
        {contributions > 0 && (
          <p>{me.account ? say.contributionsAccount(contributions) : say.contributionsDevice(contributions)}</p>
        )}
        <ul className={styles.documents}>
          {me.memberships.map(({ labId }) => (
            <UnsentInLab key={labId} labId={labId} unsent={unsent} />
          ))}
        </ul>
      </div>
    </Banner>
  );
}
