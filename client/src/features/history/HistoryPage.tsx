// The history of a text: its versions, any two of them beside each other, and the way back to one.
import { can } from '@cocrea/shared/permissions.ts';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { History } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useVersions, type VersionsAnswer } from '../../api/history.ts';
import { useDocument } from '../../api/labs.ts';
import { useActor } from '../../api/session.ts';
import { placeOf } from '../../app/text-places.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CompareView } from './CompareView.tsx';
import { subjectOf } from './document-subject.ts';
import styles from './history-page.module.css';
import { NameVersion } from './NameVersion.tsx';
import { VersionList } from './VersionList.tsx';
import { useWords } from './words.ts';

const GrowthPlayer = lazy(() => import('./GrowthPlayer.tsx'));

interface HistoryPageProps {
  readonly labId: string;
  readonly documentId: string;
}

export default function HistoryPage({ labId, documentId }: HistoryPageProps): ReactNode {
  const words = useWords();
  const { history: say } = words;
  const document = useDocument(labId, documentId);
  const answer = useVersions(labId, documentId);
  return (
    <Page
      title={document === undefined ? say.title : say.of(document.title)}
      lede={say.lede}
      width="wide"
      actions={
        document && (
          <ButtonLink look="quiet" href={placeOf(labId, document)}>
            {say.toText}
          </ButtonLink>
        )
      }
    >
      {answer.data !== undefined && document !== undefined ? (
        <Versions document={document} answer={answer.data} />
      ) : answer.error ? (
        <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
          {failureWords(answer.error, words)}
        </ErrorState>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

function Versions({ document, answer }: { readonly document: LabDocument; readonly answer: VersionsAnswer }): ReactNode {
  const { history: say } = useWords();
  const actor = useActor();
  const { versions, lastSeq } = answer;
  const [chosen, setChosen] = useState<{ before: number | null; after: number | null }>({ before: null, after: null });
  // Until somebody chooses: the latest version, or how it began, beside what it says now.
  const before = chosen.before ?? versions[0]?.seq ?? 1;
  const after = chosen.after ?? lastSeq;
  const [isPlayed, setPlayed] = useState(false);
  const choose = (seq: number): void => setChosen({ before: seq, after: null });
  return (
    <div className={styles.columns}>
      <Section title={say.versions}>
        {can(actor, 'version.name', subjectOf(document)) && <NameVersion labId={document.labId} documentId={document.id} />}
        <VersionList document={document} answer={answer} selected={before} onSelect={choose} />
      </Section>
      <Section title={say.compare.title}>
        {lastSeq <= 1 ? (
          <EmptyState>{say.compare.onlyOne}</EmptyState>
        ) : (
          <CompareView document={document} answer={answer} before={before} after={after} onChoose={setChosen} />
        )}
      </Section>
      <div className={styles.wide}>
        <Section title={say.growth.title}>
          <p>{say.growth.lede}</p>
          {isPlayed ? (
            <Suspense fallback={<Skeleton lines={6} />}>
              <GrowthPlayer document={document} />
            </Suspense>
          ) : (
            <div>
              <Button icon={<History aria-hidden="true" />} onClick={() => setPlayed(true)}>
                {say.growth.open}
              </Button>
            </div>
          )}
        </Section>
      </div>
    </div>
  );
}
