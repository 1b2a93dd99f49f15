// Joining with a code, one thumb and three fields: the code, what it opens, and who one wants to be.
import { normaliseJoinCode } from '@cocrea/shared/domain/join-code.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useDoor } from '../../api/join.ts';
import { useMe } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from '../../ui/words.ts';
import { CodeForm } from './CodeForm.tsx';
import styles from './door.module.css';
import { JoinForm } from './JoinForm.tsx';

export function JoinPage({ code: typed }: { readonly code?: string | undefined }): ReactNode {
  const words = useWords();
  const { app } = words;
  const code = typed === undefined ? null : normaliseJoinCode(typed);
  const door = useDoor(code);
  const me = useMe();

  if (code === null || door.error instanceof AppError) {
    return (
      <Page title={app.join.title} width="narrow">
        <div className={styles.card}>
          <CodeForm {...(typed !== undefined && { typed })} refusal={door.error ? failureWords(door.error, words) : undefined} />
        </div>
      </Page>
    );
  }
  if (!door.data) {
    return (
      <Page title={app.join.title} width="narrow">
        {door.error ? (
          <ErrorState onRetry={() => door.send(code)}>{failureWords(door.error, words)}</ErrorState>
        ) : (
          <Skeleton lines={4} tall />
        )}
      </Page>
    );
  }
  const { lab, role, subTable } = door.data;
  const what = subTable ? app.join.subTable(String(subTable.no), subTable.theme) : app.join.doorRole[role];
  const membership = me?.memberships.find(({ labId }) => labId === lab.id);
  if (me && membership) {
    const table = subTable && membership.role !== 'observer' ? paths.table(lab.id, subTable.no) : paths.lab(lab.id);
    return (
      <Page title={app.join.doorTitle(lab.name)} lede={app.join.already(me.name)} width="narrow">
        <div className={styles.stack}>
          <ButtonLink href={table} look="primary" wide>
            {app.join.alreadyGo}
          </ButtonLink>
          <ButtonLink href={paths.account} wide>
            {app.join.alreadyOther(me.name)}
          </ButtonLink>
          <p>{app.join.alreadyOtherWhat}</p>
        </div>
      </Page>
    );
  }
  return (
    <Page title={app.join.doorTitle(lab.name)} lede={what} width="narrow">
      <JoinForm door={door.data} me={me} />
    </Page>
  );
}
