// Two published drafts beside each other, compared on this device.
import type { CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import { useMemo, useState, type ReactNode } from 'react';
import { usePublicDraft } from '../../api/publication.ts';
import { draftPaths } from '../../app/draft-paths.ts';
import { Fetching } from '../../app/Fetching.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Page } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { ChangedBlocks, type View } from '../history/ChangedBlocks.tsx';
import { Comparing } from '../history/Comparing.tsx';
import { useComparison } from '../history/use-comparison.ts';
import { NotRead } from './NotRead.tsx';
import styles from './publication.module.css';
import { useWords } from './words.ts';

/** `no` is the later of the two. */
export default function PublicComparePage(props: { readonly labId: string; readonly no: number }): ReactNode {
  return (
    <Fetching>
      <Compare {...props} />
    </Fetching>
  );
}

function Compare({ labId, no }: { readonly labId: string; readonly no: number }): ReactNode {
  const words = useWords();
  const say = words.publication.compare;
  const [view, setView] = useState<View>('inline');
  const [onlyChanges, setOnlyChanges] = useState(true);
  const later = usePublicDraft(labId, no);
  const earlier = usePublicDraft(labId, no - 1);
  const body = (canonical: string | undefined) =>
    canonical === undefined ? undefined : (JSON.parse(canonical) as CanonicalDraft).body;
  const before = useMemo(() => body(earlier.data?.canonical), [earlier.data]);
  const after = useMemo(() => body(later.data?.canonical), [later.data]);
  const { comparison, cancel, again } = useComparison(before, after);
  const failed = later.error ?? earlier.error;
  const changes = comparison.state === 'done' ? comparison.changes : [];
  const changed = changes.filter(({ lineage }) => lineage !== 'same');
  return (
    <Page
      title={say.title(no - 1, no)}
      width="wide"
      actions={
        <ButtonLink look="quiet" href={draftPaths.publicDraft(labId, no)}>
          {words.publication.draft.status(no)}
        </ButtonLink>
      }
    >
      <div className={styles.choices}>
        <Select<View>
          label={say.view}
          value={view}
          options={[
            { value: 'inline', label: say.inline },
            { value: 'sides', label: say.sides },
          ]}
          onChange={setView}
        />
        <Checkbox label={say.onlyChanges} checked={onlyChanges} onChange={setOnlyChanges} />
      </div>
      {failed ? (
        <NotRead
          labId={labId}
          failure={failed}
          onRetry={() => void Promise.all([later.refetch(), earlier.refetch()])}
          pending={later.isFetching}
        />
      ) : comparison.state === 'done' ? (
        <>
          <p role="status">{say.changes(changed.length)}</p>
          <ChangedBlocks changes={onlyChanges ? changed : changes} view={view} />
        </>
      ) : comparison.state === 'working' ? (
        <Comparing compared={comparison.compared} onCancel={cancel} />
      ) : (
        <div role="status">
          <p>{comparison.state === 'cancelled' ? words.history.compare.cancelled : say.failed}</p>
          <Button onClick={again}>{say.again}</Button>
        </div>
      )}
    </Page>
  );
}
