// A person's own page: their name, where they belong, how this device looks and speaks, and the ways out.
import type { ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useSession } from '../../api/session.ts';
import { Fetching } from '../../app/Fetching.tsx';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { LanguageSwitch, ThemeSwitch } from '../../ui/Switches.tsx';
import { useAccountWords } from './use-account-words.ts';
import styles from './account-page.module.css';
import { MyLabs } from './MyLabs.tsx';
import { MyName } from './MyName.tsx';
import { WaysOut } from './WaysOut.tsx';

export default function AccountPage(): ReactNode {
  const words = useAccountWords();
  const { account: say } = words;
  const { data, error, isFetching, refetch } = useSession();
  const preferences = (
    <Section title={say.preferences}>
      <LanguageSwitch />
      <ThemeSwitch />
    </Section>
  );
  if (!data) {
    return (
      <Page title={say.title} width="narrow">
        {error ? (
          <ErrorState onRetry={refetch} pending={isFetching}>
            {failureWords(error, words)}
          </ErrorState>
        ) : (
          <Skeleton lines={5} tall />
        )}
        {preferences}
      </Page>
    );
  }
  const { me } = data;
  if (me === null) {
    return (
      <Page title={say.preferences} width="narrow">
        <EmptyState action={<ButtonLink href={paths.first}>{say.enter}</ButtonLink>}>{say.passerBy}</EmptyState>
        {preferences}
      </Page>
    );
  }
  return (
    <Page
      title={me.account ? say.title : say.titleDevice}
      width="narrow"
      lede={
        <span className={styles.who}>
          <PersonMark name={me.name} color={me.color} silent />
          <span className={styles.words}>
            <strong className={styles.name}>{me.name}</strong>
            <span>{me.account ? say.asAccount : say.asDevice}</span>
          </span>
        </span>
      }
    >
      <Fetching>
        <MyName key={me.personId} me={me} />
        <MyLabs memberships={me.memberships} />
        {preferences}
        <WaysOut me={me} />
      </Fetching>
    </Page>
  );
}
