// Observations that say nearly the same: offered to be answered once, and taken apart again.
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { similarObservations } from '@cocrea/shared/domain/similar-observations.ts';
import type { ReactNode } from 'react';
import { useGrouping, useUngrouping } from '../../api/observations.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './desk.module.css';
import { useWords } from './words.ts';

/** Alike ones that are offered. */
const mostAlike = 5;

export function Alike({
  observation,
  all,
  labId,
}: {
  readonly observation: Observation;
  readonly all: readonly Observation[];
  readonly labId: string;
}): ReactNode {
  const { answer: say } = useWords().consolidation;
  const grouping = useGrouping(labId);
  const ungrouping = useUngrouping(labId);
  const { groupId } = observation;
  const alike = similarObservations(observation, { among: all, most: mostAlike }).filter(
    (one) => groupId === null || one.groupId !== groupId,
  );
  return (
    <>
      {groupId !== null && (
        <div>
          <Button
            look="quiet"
            pending={ungrouping.isPending}
            onClick={() => ungrouping.mutate({ groupId, observationIds: [observation.id] })}
          >
            {say.ungroup}
          </Button>
        </div>
      )}
      {alike.length > 0 && observation.state !== 'answered' && (
        <details>
          <summary>{say.similar(alike.length)}</summary>
          <ul className={styles.list}>
            {alike.map((one) => (
              <li key={one.id} className={styles.card}>
                <span className={styles.folio}>{one.folio}</span>
                <span lang="es">{one.justification}</span>
                <div className={styles.ways}>
                  <Button
                    look="quiet"
                    pending={grouping.isPending}
                    disabled={one.state === 'answered'}
                    onClick={() =>
                      grouping.mutate([
                        observation.id,
                        one.id,
                        ...all.filter(({ groupId: other }) => other !== null && other === groupId).map(({ id }) => id),
                      ])
                    }
                  >
                    {say.similarTogether}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
