// What hangs on the wall beside a table, read from ten metres: who may come in and how, then the question and the clock, then what the
// table weighs and validates. A page of its own, without the frame of the lab; light in both themes, because halls and cameras want it.
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { ArrowLeft, Maximize } from 'lucide-react';
import type { ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useActor } from '../../api/session.ts';
import { useTables, type TablePlace } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { useHeading } from '../../ui/arrival.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useLightPage } from './use-light-page.ts';
import { useWords } from './words.ts';
import { enterFullScreen } from '../codes/ProjectedCode.tsx';
import { Clock } from './Clock.tsx';
import { deadlineWords, phaseWords } from './phase-words.ts';
import styles from './projector.module.css';
import { ProjectedDoor } from './ProjectedDoor.tsx';
import { ProjectedItems } from './ProjectedItems.tsx';
import { ProjectedQuestion } from './ProjectedQuestion.tsx';
import { ProjectedVote } from './ProjectedVote.tsx';
import { ProjectedWelcome } from './ProjectedWelcome.tsx';
import { useDeadlineOver } from './use-deadline-over.ts';

export default function ProjectorPage({ labId, no }: { readonly labId: string; readonly no: number }): ReactNode {
  const words = useWords();
  useLightPage();
  const { tables } = words;
  const language = useLanguage();
  const actor = useActor();
  const { data, error, isFetching, refetch } = useTables(labId);
  const table = data?.tables.find(({ subTable }) => subTable.no === no);
  const title = table ? tables.screen.title(no, table.subTable.theme) : tables.projectorOf(no);
  const heading = useHeading(title);
  const conducts = can(actor, 'table.conduct', { labId });
  const place = { lab: labId, no };
  const session = table?.session ?? null;
  const over = useDeadlineOver(session?.openUntil ?? null);
  const deadline = table ? deadlineWords(table, { words, language, over }) : null;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {table && <p className={styles.phase}>{[phaseWords(table, words), deadline].filter(Boolean).join(' · ')}</p>}
        </div>
        {session !== null && session.mode === 'hall' && session.phase !== 'closed' && (
          <div className={styles.clock}>
            <Clock clock={session.clock} size={hasClock(session.clock) ? 'large' : 'plain'} aloud />
          </div>
        )}
      </header>
      <main id="contenido" tabIndex={-1} className={styles.main}>
        {!data && !error && <Skeleton lines={6} tall />}
        {!data && error && (
          <ErrorState onRetry={() => void refetch()} pending={isFetching}>
            {failureWords(error, words)}
          </ErrorState>
        )}
        {data && !table && <p>{tables.missing}</p>}
        {table && <Projected place={place} table={table} />}
      </main>
      <footer className={styles.foot}>
        <div className={styles.tools}>
          <ButtonLink
            look="quiet"
            href={conducts ? paths.conduct(labId, no) : paths.tables(labId)}
            icon={<ArrowLeft aria-hidden="true" />}
          >
            {conducts ? tables.screen.back : tables.screen.backToTables}
          </ButtonLink>
          <Button look="quiet" icon={<Maximize aria-hidden="true" />} onClick={enterFullScreen}>
            {tables.screen.full}
          </Button>
        </div>
        {table && session !== null && session.phase !== 'welcome' && session.phase !== 'closed' && (
          <ProjectedDoor place={place} table={table} />
        )}
      </footer>
    </div>
  );
}

function hasClock({ endsAt, left }: { endsAt: number | null; left: number | null }): boolean {
  return endsAt !== null || left !== null;
}

function Projected({ place, table }: { readonly place: TablePlace; readonly table: TableNow }): ReactNode {
  const say = useWords().tables.screen;
  switch (table.session?.phase) {
    case undefined:
      return <p className={styles.large}>{say.notOpen}</p>;
    case 'welcome':
      return <ProjectedWelcome place={place} table={table} />;
    case 'q1':
    case 'q2':
    case 'q3':
    case 'q4':
      return <ProjectedQuestion place={place} table={table} />;
    case 'prioritise':
      return <ProjectedVote place={place} />;
    case 'validate':
    case 'plenary':
      return <ProjectedItems place={place} only={table.session.phase === 'plenary' ? 'plenary' : 'all'} />;
    case 'closed':
      return <p className={styles.large}>{say.closed}</p>;
  }
}
