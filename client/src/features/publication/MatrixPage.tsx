// The matrix of observations of a draft: for everybody once the next draft is published, for the lab at any time.
import type { ReactNode } from 'react';
import { useMatrix } from '../../api/publication.ts';
import { draftPaths } from '../../app/draft-paths.ts';
import { Fetching } from '../../app/Fetching.tsx';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Matrix } from './Matrix.tsx';
import { NotRead } from './NotRead.tsx';
import { useWords } from './words.ts';

interface MatrixPageProps {
  readonly labId: string;
  readonly no: number;
  readonly isPublic: boolean;
}

export default function MatrixPage(props: MatrixPageProps): ReactNode {
  return props.isPublic ? (
    <Fetching>
      <Found {...props} />
    </Fetching>
  ) : (
    <Found {...props} />
  );
}

function Found({ labId, no, isPublic }: MatrixPageProps): ReactNode {
  const words = useWords();
  const { matrix: say } = words.publication;
  const answer = useMatrix(labId, { no, isPublic });
  const draft = answer.data?.draft;
  const back = draft === undefined ? null : isPublic ? draftPaths.publicDraft(labId, no) : paths.document(labId, draft.id);
  return (
    <Page
      title={say.title(no)}
      lede={say.lede}
      width="wide"
      actions={
        back !== null &&
        draft !== undefined && (
          <ButtonLink look="quiet" href={back}>
            {draft.title}
          </ButtonLink>
        )
      }
    >
      {answer.data === undefined ? (
        answer.error ? (
          <NotRead labId={labId} failure={answer.error} onRetry={() => void answer.refetch()} pending={answer.isFetching} />
        ) : (
          <Skeleton lines={10} />
        )
      ) : (
        <>
          {!isPublic && !answer.data.draft.hasMatrix && <Banner>{say.notOut}</Banner>}
          <Matrix answer={answer.data} isPublic={isPublic} />
        </>
      )}
    </Page>
  );
}
