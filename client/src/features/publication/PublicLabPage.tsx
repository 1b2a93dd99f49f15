// A lab for everybody: its process, what it is for, and what was published.
import { processLine } from '@cocrea/shared/domain/process-line.ts';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import type { PublicDraft } from '@cocrea/shared/api/publication.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { failureWords } from '../../api/failure-words.ts';
import { usePublicLab } from '../../api/publication.ts';
import { draftPaths } from '../../app/draft-paths.ts';
import { Fetching } from '../../app/Fetching.tsx';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { ProcessLine } from '../../ui/ProcessLine.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLanguage } from '../../ui/words.ts';
import styles from './publication.module.css';
import { useWords } from './words.ts';

export default function PublicLabPage({ labId }: { readonly labId: string }): ReactNode {
  return (
    <Fetching>
      <PublicLab labId={labId} />
    </Fetching>
  );
}

function PublicLab({ labId }: { readonly labId: string }): ReactNode {
  const words = useWords();
  const { lab: say } = words.publication;
  const answer = usePublicLab(labId);
  if (answer.data === undefined) {
    return (
      <Page title={say.over}>
        {answer.error ? (
          <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
            {failureWords(answer.error, words)}
          </ErrorState>
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    );
  }
  const { lab, problem, commitment, drafts, subTables, tablesAtWork } = answer.data;
  const out = drafts.filter(({ isOut }) => isOut);
  const stages = processLine(
    drafts.map((draft) => documentOf(draft, labId)),
    { subTables: Array.from({ length: subTables }, (_, index) => tableOf(index)), tablesAtWork },
  );
  return (
    <Page title={lab.name} over={say.over} lede={lab.title} width="wide">
      <ProcessLine
        stages={stages}
        hrefOf={(stage) => {
          const draft = stage.kind === 'draft' ? out.find(({ draftNo }) => draftNo === stage.draftNo) : undefined;
          return draft === undefined ? null : draftPaths.publicDraft(labId, draft.draftNo);
        }}
      />
      <Section title={say.drafts}>
        {out.length === 0 ? (
          <EmptyState>{say.none}</EmptyState>
        ) : (
          <ul className={styles.drafts}>
            {out.map((draft) => (
              <li key={draft.id}>
                <DraftCard labId={labId} draft={draft} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={say.problem}>
        <p className={styles.prose}>{problem}</p>
      </Section>
      <Section title={say.commitment}>
        <p className={styles.prose}>{commitment}</p>
      </Section>
      <div className={styles.ways}>
        <ButtonLink href={paths.folio('')}>{say.follow}</ButtonLink>
        <ButtonLink href={draftPaths.verify}>{say.verify}</ButtonLink>
      </div>
    </Page>
  );
}

function DraftCard({ labId, draft }: { readonly labId: string; readonly draft: PublicDraft }): ReactNode {
  const { draft: say } = useWords().publication;
  const language = useLanguage();
  const { draftNo, title, frozenAt, fingerprint, hasMatrix } = draft;
  return (
    <article className={styles.card}>
      <h3 className={styles.heading}>
        <Link href={draftPaths.publicDraft(labId, draftNo)}>{title}</Link>
      </h3>
      {frozenAt !== null && <p className={styles.small}>{say.frozen(momentInWords(frozenAt, language))}</p>}
      {fingerprint !== null && <p className={styles.print}>{fingerprint}</p>}
      {hasMatrix && <Link href={draftPaths.publicMatrix(labId, draftNo)}>{say.matrix}</Link>}
    </article>
  );
}

/** The line of the process is drawn from documents: of a draft everybody knows as much of one as the line needs. */
function documentOf(
  { id, draftNo, title, state, opens, consultation, publishedAt, frozenAt, fingerprint }: PublicDraft,
  labId: string,
): LabDocument {
  const frozen =
    frozenAt === null || fingerprint === null ? null : { versionId: '', at: frozenAt, by: null, byName: null, fingerprint };
  return {
    ...{ kind: 'draft', id, labId, title, generation: '', createdAt: 0, updatedAt: 0, version: 0, draftNo, state, opens },
    participantsInvited: false,
    life: { frozen, consultation, publishedAt, version: 0 },
  };
}

function tableOf(index: number): SubTable {
  return { id: String(index), no: index + 1, theme: '', questions: [], notesDocumentId: '' };
}
