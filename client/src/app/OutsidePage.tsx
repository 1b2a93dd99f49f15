// What somebody sees at the door of a lab they are not in: nobody yet, somebody else's lab, or taken out of it a moment ago.
import { useEffect, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../features/labs/words.ts';
import styles from './outside-page.module.css';
import { paths } from './paths.ts';
import { keepWish } from './wish.ts';

export type Outside = 'signed_out' | 'not_mine' | 'removed';

export function OutsidePage({ why }: { readonly why: Outside }): ReactNode {
  const { app, labPages } = useWords();
  const [path] = useLocation();
  const search = useSearch();
  useEffect(() => {
    if (why === 'signed_out') keepWish(search === '' ? path : `${path}?${search}`);
  }, [why, path, search]);
  const title = { signed_out: labPages.signedOut.title, not_mine: labPages.removed.notMine, removed: labPages.removed.title }[
    why
  ];
  const what = { signed_out: labPages.signedOut.what, not_mine: labPages.removed.notMineWhat, removed: labPages.removed.what }[
    why
  ];
  return (
    <Page title={title} lede={what} width="narrow">
      {why === 'removed' && (
        <div className={styles.words}>
          <Banner>{labPages.removed.local}</Banner>
          <p>{labPages.removed.todo}</p>
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
