// What changed since one was last here, and the mark that one has been here now. The list stays as it was found while one looks around;
// what happens meanwhile is added to it.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { timeAgo } from '@cocrea/shared/i18n/dates.ts';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'wouter';
import { failureWords } from '../../api/failure-words.ts';
import { useHere } from '../../api/here.ts';
import { useChanges, useMarkVisit } from '../../api/labs.ts';
import { useMe } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { placeOf } from '../../app/text-places.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Section } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import styles from './changes.module.css';
import { toldChanges } from './told-changes.ts';
import { useMinute } from './use-minute.ts';

const shown = 8;
/** Milliseconds the page is looked at before it counts as seen. */
const look = 2000;

interface ChangesProps {
  readonly lab: string;
  readonly documents: readonly LabDocument[];
  /** The last event this screen shows. */
  readonly seq: number | undefined;
}

export function Changes({ lab, documents, seq }: ChangesProps): ReactNode {
  const words = useWords();
  const { labPages } = words;
  const language = useLanguage();
  const now = useMinute();
  const me = useMe();
  const here = useHere(lab);
  const changes = useChanges(lab);
  const { mutate: markVisit } = useMarkVisit(lab);
  const known = changes.data !== undefined;
  useEffect(() => {
    if (!known || seq === undefined) return undefined;
    const timer = setTimeout(() => markVisit(seq), look);
    return () => clearTimeout(timer);
  }, [known, seq, markVisit]);

  function hrefOf(documentId: string, threadId?: string): string {
    if (threadId !== undefined) return paths.thread(lab, documentId, threadId);
    const document = documents.find(({ id }) => id === documentId);
    return document ? placeOf(lab, document) : paths.document(lab, documentId);
  }
  const { data } = changes;
  const names = { ...Object.fromEntries(here.map(({ personId, name }) => [personId, name])), ...data?.names };
  const told = data
    ? toldChanges({ events: data.events, edited: data.documents, documents, names, readerId: me?.personId, language }, words)
    : [];
  return (
    <Section title={data?.visited === null ? labPages.lab.changesFirst : labPages.lab.changes}>
      <div className={styles.box}>
        {changes.isPending && <Skeleton lines={4} />}
        {changes.isError && !data && (
          <ErrorState onRetry={() => void changes.refetch()} pending={changes.isFetching}>
            {failureWords(changes.error, words)}
          </ErrorState>
        )}
        {data && data.visited !== null && (
          <p className={styles.quiet}>{labPages.lab.changesSince(timeAgo(data.visited, { now, language }))}</p>
        )}
        {data && told.length === 0 && (
          <p className={styles.quiet}>{data.visited === null ? labPages.lab.changesNoneFirst : labPages.lab.changesNone}</p>
        )}
        <ul className={styles.list}>
          {told.slice(0, shown).map(({ key, text, at, documentId, threadId }) => (
            <li key={key}>
              {documentId === null ? text : <Link href={hrefOf(documentId, threadId)}>{text}</Link>}{' '}
              <span className={styles.when}>{timeAgo(at, { now, language })}</span>
            </li>
          ))}
        </ul>
        {told.length > shown && <p className={styles.quiet}>{labPages.lab.hereMore(told.length - shown)}</p>}
      </div>
    </Section>
  );
}
