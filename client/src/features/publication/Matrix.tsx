// The matrix itself: totals that are sums of its rows, the rows with filters, and the objections that were sustained.
import { actorKinds, type ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { dispositions, observationKinds, type Disposition, type ObservationKind } from '@cocrea/shared/domain/observation.ts';
import { everyRow, filterMatrix, matrixTotals, toldCount, type MatrixFilter } from '@cocrea/shared/domain/response-matrix.ts';
import { matrixFormats } from '@cocrea/shared/domain/paper-format.ts';
import type { MatrixRows } from '@cocrea/shared/api/exports.ts';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { downloadMatrix } from '../../api/exports.ts';
import type { MatrixAnswer } from '../../api/publication.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DownloadMenu } from '../exports/DownloadMenu.tsx';
import { MatrixRows as Rows } from './MatrixRows.tsx';
import styles from './publication.module.css';
import { useWords } from './words.ts';

const any = 'any';

export function Matrix({ answer, isPublic }: { readonly answer: MatrixAnswer; readonly isPublic: boolean }): ReactNode {
  const { publication, observations: about, ui } = useWords();
  const say = publication.matrix;
  const { observations } = answer;
  const [filter, setFilter] = useState(everyRow);
  const applied = useDeferredValue(filter);
  const shown = useMemo(() => filterMatrix(observations, applied), [observations, applied]);
  const objections = observations.filter(({ satisfaction }) => satisfaction === 'unsatisfied');
  const change = (part: Partial<MatrixFilter>): void => setFilter({ ...filter, ...part });
  if (observations.length === 0) return <EmptyState>{say.none}</EmptyState>;
  const names = [...dispositions.map((one) => about.dispositions[one]), say.undecided];
  const told = (count: number): string => {
    const known = toldCount(count, { isPublic });
    return known === null ? say.few : String(known);
  };
  return (
    <>
      <Section title={say.totals}>
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={say.totals}>
          <Table
            caption={say.totals}
            columns={[say.sector, ...names, say.total]}
            numbers={[...names, say.total]}
            rows={matrixTotals(observations).map(({ actorKind, counts, total }) => ({
              key: actorKind ?? 'total',
              cells: [actorKind === null ? say.total : ui.actorKinds[actorKind], ...counts.map(told), told(total)],
            }))}
          />
        </div>
        {isPublic && <p className={styles.small}>{say.fewWhy}</p>}
      </Section>
      <Section title={say.rows}>
        <div className={styles.filters}>
          <TextField label={say.search} type="search" value={filter.search} onChange={(search) => change({ search })} />
          <Select<ObservationKind | typeof any>
            label={say.kind}
            value={filter.kind ?? any}
            options={[
              { value: any, label: say.anyKind },
              ...observationKinds.map((value) => ({ value, label: about.kinds[value] })),
            ]}
            onChange={(kind) => change({ kind: chosen(kind) })}
          />
          <Select<Disposition | 'none' | typeof any>
            label={say.disposition}
            value={filter.disposition ?? any}
            options={[
              { value: any, label: say.anyDisposition },
              ...dispositions.map((value) => ({ value, label: about.dispositions[value] })),
              { value: 'none', label: say.undecided },
            ]}
            onChange={(disposition) => change({ disposition: chosen(disposition) })}
          />
          <Select<ActorKind | typeof any>
            label={say.actor}
            value={filter.actorKind ?? any}
            options={[
              { value: any, label: say.anyActor },
              ...actorKinds.map((value) => ({ value, label: ui.actorKinds[value] })),
            ]}
            onChange={(actorKind) => change({ actorKind: chosen(actorKind) })}
          />
        </div>
        <DownloadMenu
          of={say.title(answer.draft.draftNo)}
          formats={matrixFormats}
          get={(format, signal) =>
            downloadMatrix(answer.lab.id, { no: answer.draft.draftNo, isPublic, format, rows: rowsOf(filter), signal })
          }
        />
        <p role="status" className={styles.small}>
          {shown.length === 0 ? say.noneFound : say.shown(shown.length, observations.length)}
        </p>
        <Rows observations={shown} />
      </Section>
      <Section title={say.objections}>
        {objections.length === 0 ? (
          <p>{say.objectionsNone}</p>
        ) : (
          <ul className={styles.drafts}>
            {objections.map(({ folio, satisfactionReason }) => (
              <li key={folio} className={styles.card}>
                <span className={styles.number}>{folio}</span>
                <span lang="es">{satisfactionReason}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

/** The filter as an address says it: what is any is left out. */
function rowsOf({ search, kind, disposition, actorKind }: MatrixFilter): MatrixRows {
  return {
    ...(search.trim() !== '' && { search }),
    ...(kind !== null && { kind }),
    ...(disposition !== null && { disposition }),
    ...(actorKind !== null && { actorKind }),
  };
}

function chosen<Value extends string>(value: Value | typeof any): Value | null {
  return value === any ? null : value;
}
