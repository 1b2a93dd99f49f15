// What somebody sees at the door of a lab they are not in: nobody yet, somebody else's lab, or taken out of it a moment ago.
import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../ui/words.ts';
import styles from './outside-page.module.css';
import { paths } from './paths.ts';
import { keepWish } from './wish.ts';

export type Outside = 'signed_out' | 'not_mine' | 'removed';

export function OutsidePage({ why }: { readonly why: Outside }): ReactNode {
  const { app } = useWords();
  const [path] = useLocation();
  useEffect(() => {
    if (why === 'signed_out') keepWish(path);
  }, [why, path]);
  const title = { signed_out: app.signedOut.title, not_mine: app.removed.notMine, removed: app.removed.title }[why];
  const what = { signed_out: app.signedOut.what, not_mine: app.removed.notMineWhat, removed: app.removed.what }[why];
  return (
    <Page title={title} lede={what} width="narrow">
      {why === 'removed' && (
        <div className={styles.words}>
          <Banner>{app.removed.local}</Banner>
          <p>{app.removed.todo}</p>
        </div>
      )}
      <div className={styles.ways}>
        {why !== 'removed' && (
          <ButtonLink href={paths.join()} look="primary">
            {app.first.codeTitle}
          </ButtonLink>
        )}
        {why === 'signed_out' ? (
          <ButtonLink href={paths.signIn}>{app.first.staffGo}</ButtonLink>
        ) : (
          <ButtonLink href={paths.first} look={why === 'removed' ? 'primary' : 'secondary'}>
            {app.notFound.go}
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}
