// A lab's home: the process as a line, what is open now, who is here, what changed, the documents, and the commitment behind it all.
import { processLine, type Stage } from '@cocrea/shared/domain/process-line.ts';
import { TestTubeDiagonal } from 'lucide-react';
import type { ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useChanges, useDocuments, useLab } from '../../api/labs.ts';
import { useHall } from '../../api/here.ts';
import { useMembership } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useDraftDates } from '../../ui/draft-dates.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { ProcessLine } from '../../ui/ProcessLine.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { MassDeletionBanners } from '../history/MassDeletionBanners.tsx';
import { useWords } from './words.ts';
import { Changes } from './Changes.tsx';
import { Commitment } from './Commitment.tsx';
import { DocumentLists } from './DocumentLists.tsx';
import { HereNow } from './HereNow.tsx';
import styles from './lab-home.module.css';
import { OpenNow } from './OpenNow.tsx';

export default function LabHomePage({ lab: labId }: { readonly lab: string }): ReactNode {
  const words = useWords();
  const { app, labPages, ui } = words;
  const { draftDates } = useDraftDates();
  const membership = useMembership(labId);
  const lab = useLab(labId);
  const documents = useDocuments(labId);
  const changes = useChanges(labId);
  // The frame of the page says it then, for all pages.
  const lost = useHall(({ line }) => line === 'lost');
  const failure = lab.error ?? documents.error;
  const name = lab.data?.lab.name ?? membership?.labName ?? app.shell.lab;
  function retry(): void {
    void lab.refetch();
    void documents.refetch();
  }
  function hrefOf(stage: Stage): string | null {
    if (stage.kind === 'sub_tables') return stage.subTables > 0 ? paths.tables(labId) : null;
    return stage.readable ? paths.document(labId, stage.documentId) : null;
  }
  const known = lab.data && documents.data ? { ...lab.data, documents: documents.data.documents } : null;
  return (
    <Page
      title={name}
      width="wide"
      {...(lab.data?.lab.demo && {
        over: <StatusPill icon={<TestTubeDiagonal aria-hidden="true" />}>{labPages.lab.demo}</StatusPill>,
      })}
      {...(lab.isPending && { over: <span className={styles.overWaits} /> })}
      lede={
        lab.data ? (
          lab.data.lab.facts.title
        ) : (
          <div className={styles.ledeWaits}>
            <Skeleton lines={2} />
          </div>
        )
      }
    >
      {failure && known && !lost && (
        <Banner tone="warning" action={<Button onClick={retry}>{ui.retry}</Button>}>
          {ui.staleNotice}
        </Banner>
      )}
      {failure && !known ? (
        <ErrorState onRetry={retry} pending={lab.isFetching || documents.isFetching}>
          {failureWords(failure, words)}
        </ErrorState>
      ) : (
        <>
          {known && <MassDeletionBanners labId={labId} documents={known.documents} />}
          <div className={styles.process}>
            {known ? (
              <ProcessLine stages={processLine(known.documents, known)} hrefOf={hrefOf} />
            ) : (
              <Section title={draftDates.line.title}>
                <div className={styles.processWaits}>
                  <Skeleton lines={2} tall />
                </div>
              </Section>
            )}
          </div>
          <div className={styles.columns}>
            <div className={styles.open}>
              <Section title={labPages.lab.openNow}>
                {known ? (
                  <OpenNow lab={labId} documents={known.documents} subTables={known.subTables} />
                ) : (
                  <div className={styles.openWaits}>
                    <Skeleton lines={2} tall />
                  </div>
                )}
              </Section>
            </div>
            <div className={styles.side}>
              <HereNow lab={labId} documents={known?.documents ?? []} />
              <Changes lab={labId} documents={known?.documents ?? []} seq={lab.data?.seq} />
            </div>
            <div className={styles.documents}>
              {/* The list of changes stands above on a phone: what comes after it waits for it, so that it is not pushed away. */}
              {known && !changes.isPending ? (
                <DocumentLists lab={labId} documents={known.documents} subTables={known.subTables} />
              ) : (
                <Section title={labPages.lab.documents}>
                  <Skeleton lines={6} tall />
                </Section>
              )}
            </div>
          </div>
          <div className={styles.rest}>{lab.data ? <Commitment facts={lab.data.lab.facts} /> : <Skeleton lines={4} />}</div>
        </>
      )}
    </Page>
  );
}
