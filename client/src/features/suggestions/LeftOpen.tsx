// What was still suggested when a draft was frozen: that it is decided there no more, and where it went on.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { isFrozen } from '@cocrea/shared/domain/draft.ts';
import type { ReactNode } from 'react';
import { useDocuments } from '../../api/labs.ts';
import { useMe } from '../../api/session.ts';
import { useSuggestions } from '../../api/suggestions.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { useWords } from './words.ts';

interface LeftOpenProps {
  readonly draft: DraftDocument;
  /** Said to its author on the page, and to everybody beside the list. */
  readonly to: 'author' | 'everybody';
}

export function LeftOpen({ draft, to }: LeftOpenProps): ReactNode {
  const { left: say } = useWords().suggestions;
  const mine = useMe()?.personId;
  const forks = useSuggestions(draft.labId, draft.id).data?.forks ?? [];
  const documents = useDocuments(draft.labId).data?.documents ?? [];
  const count = forks
    .filter(({ fork }) => to === 'everybody' || fork.authorId === mine)
    .reduce((sum, { suggestions }) => sum + suggestions.length, 0);
  if (!isFrozen(draft.state) || count === 0) return null;
  const next = documents.find((one) => one.kind === 'draft' && one.draftNo === draft.draftNo + 1);
  const began = next?.kind === 'draft' && next.state !== 'planned';
  return (
    <Banner
      action={
        next !== undefined &&
        began && (
          <ButtonLink look="quiet" href={paths.document(draft.labId, next.id)}>
            {say.open(next.title)}
          </ButtonLink>
        )
      }
    >
      <p>
        {to === 'author' ? say.mine(count, draft.title) : say.frozen(draft.title)}
        {next !== undefined && ` ${began ? say.wentOn(next.title) : say.goesOn(next.title)}`}
      </p>
    </Banner>
  );
}
