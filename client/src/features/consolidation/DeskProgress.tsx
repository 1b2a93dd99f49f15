// How far the consolidation is, always in sight: answers, outcomes, changes without origin, and what still keeps the draft from being frozen.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { ListChecks, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUnexplained } from '../../api/consolidation.ts';
import { useBlockers } from '../../api/drafts.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './desk.module.css';
import { useWords } from './words.ts';

interface DeskProgressProps {
  readonly draft: DraftDocument;
  readonly onUnexplained: () => void;
  readonly onBlockers: () => void;
}

export function DeskProgress({ draft, onUnexplained, onBlockers }: DeskProgressProps): ReactNode {
  const say = useWords().consolidation.progress;
  const blocked = useBlockers(draft.labId, draft.id, { wanted: true, follows: true }).data;
  const unexplained = useUnexplained({ lab: draft.labId, document: draft.id }, { wanted: true }).data;
  const meter = (label: string, done: number, total: number): ReactNode => (
    <label className={styles.meter}>
      {label}
      <progress value={done} max={Math.max(total, 1)} />
    </label>
  );
  return (
    <section className={styles.progress} aria-label={say.label}>
      {meter(
        say.observations(blocked?.observations.answered ?? 0, blocked?.observations.total ?? 0),
        blocked?.observations.answered ?? 0,
        blocked?.observations.total ?? 0,
      )}
      {meter(
        say.contributions(blocked?.contributions.settled ?? 0, blocked?.contributions.total ?? 0),
        blocked?.contributions.settled ?? 0,
        blocked?.contributions.total ?? 0,
      )}
      {/* What is not known yet is not said to be nothing. */}
      <Button look="quiet" icon={<TriangleAlert aria-hidden="true" />} onClick={onUnexplained}>
        {unexplained === undefined ? say.counting : say.unexplained(unexplained.changes.length)}
      </Button>
      <Button look="quiet" icon={<ListChecks aria-hidden="true" />} onClick={onBlockers}>
        {blocked === undefined ? say.counting : blocked.blockers.length === 0 ? say.ready : say.missing(blocked.blockers.length)}
      </Button>
    </section>
  );
}
