// The first page: what this is in two sentences, the code first and large, the demonstration's doors where there is one, and the way in for
// those who have an account.
import { demoDoors } from '@cocrea/shared/api/session.ts';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { failureWords } from '../../api/failure-words.ts';
import { enterDemo, useSession } from '../../api/session.ts';
import { useSending } from '../../api/use-sending.ts';
import { useComingIn } from '../../app/landing.ts';
import { paths } from '../../app/paths.ts';
import { useHeading } from '../../ui/arrival.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { useWords } from '../../ui/words.ts';
import { CodeForm } from './CodeForm.tsx';
import styles from './first-page.module.css';

export function FirstPage(): ReactNode {
  const { app } = useWords();
  const heading = useHeading(app.name);
  const session = useSession().data;
  return (
    <div className={styles.page}>
      <div className={styles.hero}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {app.first.title}
          </h1>
          <p className={styles.what}>{app.first.what}</p>
          <p>{app.first.promise}</p>
        </div>
        <div className={styles.entry}>
          {session?.me && (
            <div className={styles.again}>
              <p>{app.first.signedInAs(session.me.name)}</p>
              {session.me.memberships.map(({ labId, labName }) => (
                <ButtonLink key={labId} href={paths.lab(labId)} look="primary" icon={<ArrowRight aria-hidden="true" />} wide>
                  {app.first.continueTo(labName)}
                </ButtonLink>
              ))}
            </div>
          )}
          <section className={styles.card} aria-labelledby="code-title">
            <h2 id="code-title" className={styles.cardTitle}>
              {app.first.codeTitle}
            </h2>
            <CodeForm secondary={Boolean(session?.me?.memberships.length)} />
            <p className={styles.staff}>
              {app.first.staff} <Link href={paths.signIn}>{app.first.staffGo}</Link>
              <Link href={paths.folio('')}>{app.first.follow}</Link>
            </p>
          </section>
        </div>
      </div>
      {session?.demoEntry && <DemoDoors />}
    </div>
  );
}

function DemoDoors(): ReactNode {
  const words = useWords();
  const { app } = words;
  const enter = useSending(enterDemo);
  const comeIn = useComingIn();
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <div>
        <h2 id="demo-title" className={styles.demoTitle}>
          {app.first.demoTitle}
        </h2>
        <p className={styles.demoWhat}>{app.first.demoWhat}</p>
      </div>
      {enter.error && <Banner tone="danger">{failureWords(enter.error, words)}</Banner>}
      <ul className={styles.doors}>
        {demoDoors.map((door) => (
          <li key={door}>
            <button
              type="button"
              className={styles.door}
              aria-disabled={enter.pending || undefined}
              onClick={() => enter.send(door, { onSuccess: comeIn })}
            >
              <span className={styles.doorName}>
                {app.first.doors[door].name}
                <ArrowRight aria-hidden="true" />
              </span>
              <span className={styles.doorWhat}>{app.first.doors[door].what}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
