// The plenary on the wall: what each table brings, side by side, or one table at a time with the arrow keys or the buttons. On a phone the
// tables stand under each other.
import { ArrowLeft, ArrowRight, LayoutGrid, Maximize } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useTables } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { useHeading } from '../../ui/arrival.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLightPage } from './use-light-page.ts';
import { useWords } from './words.ts';
import { enterFullScreen } from '../codes/ProjectedCode.tsx';
import styles from './plenary.module.css';
import { PlenaryTable } from './PlenaryTable.tsx';

export default function PlenaryPage({ labId }: { readonly labId: string }): ReactNode {
  const words = useWords();
  useLightPage();
  const say = words.tables.together;
  const heading = useHeading(say.title);
  const { data, error, isFetching, refetch } = useTables(labId);
  const open = data?.tables.filter(({ session }) => session !== null) ?? [];
  const count = open.length;
  /** The place of the table that is shown alone; null for all of them. */
  const [alone, setAlone] = useState<number | null>(null);

  useEffect(() => {
    const press = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): void => {
      if (altKey || ctrlKey || metaKey || count === 0) return;
      if (key === 'ArrowRight') setAlone((now) => (now === null ? 0 : (now + 1) % count));
      else if (key === 'ArrowLeft') setAlone((now) => (now === null ? count - 1 : (now - 1 + count) % count));
      else if (key === 'Escape') setAlone(null);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [count]);

  const shown = alone === null ? open : open.slice(alone, alone + 1);
  return (
    <div className={styles.screen} data-alone={alone !== null || undefined}>
      <header className={styles.head}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {say.title}
          </h1>
          <p className={styles.lede}>{say.lede}</p>
        </div>
        <nav aria-label={say.title} className={styles.tools}>
          {count > 1 && (
            <>
              <Button
                icon={<ArrowLeft aria-hidden="true" />}
                onClick={() => setAlone(alone === null ? count - 1 : (alone - 1 + count) % count)}
              >
                {say.previous}
              </Button>
              <Button icon={<ArrowRight aria-hidden="true" />} onClick={() => setAlone(alone === null ? 0 : (alone + 1) % count)}>
                {say.next}
              </Button>
              <Button icon={<LayoutGrid aria-hidden="true" />} aria-pressed={alone === null} onClick={() => setAlone(null)}>
                {say.all}
              </Button>
            </>
          )}
        </nav>
      </header>
      <main id="contenido" tabIndex={-1} className={styles.main}>
        {!data && !error && <Skeleton lines={6} tall />}
        {!data && error && (
          <ErrorState onRetry={() => void refetch()} pending={isFetching}>
            {failureWords(error, words)}
          </ErrorState>
        )}
        {data && count === 0 && <p>{say.none}</p>}
        <div className={styles.tables} aria-live="polite">
          {shown.map(({ subTable }) => (
            <PlenaryTable key={subTable.id} lab={labId} subTable={subTable} />
          ))}
        </div>
      </main>
      <footer className={styles.tools}>
        <ButtonLink look="quiet" href={paths.tables(labId)} icon={<ArrowLeft aria-hidden="true" />}>
          {words.tables.screen.backToTables}
        </ButtonLink>
        <Button look="quiet" icon={<Maximize aria-hidden="true" />} onClick={enterFullScreen}>
          {words.tables.screen.full}
        </Button>
        {count > 1 && <span className={styles.keys}>{say.keys}</span>}
      </footer>
    </div>
  );
}
