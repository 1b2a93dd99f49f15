// The rows of the matrix: a table on a wide screen, cards on a phone; each folio leads to what became of it.
import type { PublicObservation } from '@cocrea/shared/api/publication.ts';
import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Table } from '../../ui/Table.tsx';
import styles from './publication.module.css';
import { useWords } from './words.ts';

export const MatrixRows = memo(function MatrixRows({
  observations,
}: {
  readonly observations: readonly PublicObservation[];
}): ReactNode {
  const { publication, observations: about } = useWords();
  const say = publication.matrix;
  const { columns } = say;
  return (
    <div className={styles.matrix}>
      <Table
        caption={say.rows}
        columns={Object.values(columns)}
        rows={observations.map((one) => ({
          key: one.folio,
          cells: [
            <Link key="folio" href={paths.folio(one.folio)} className={styles.number}>
              {one.folio}
            </Link>,
            <span key="who">
              <ActorKindMark kind={one.actorKind} /> {one.onBehalfOf ?? one.name ?? say.anonymous}
              {one.late && ` · ${say.late}`}
            </span>,
            <span key="where" lang="es">
              {one.section !== '' && <strong>{one.section}. </strong>}«{one.quote}»
            </span>,
            <span key="said" lang="es">
              {about.kinds[one.kind]}. {one.justification}
              {one.proposedText !== null && ` ${say.proposes}: «${one.proposedText}»`}
            </span>,
            <span key="disposition">
              {one.disposition === null ? say.undecided : about.dispositions[one.disposition]}
              {one.duplicateOf !== null && ` · ${say.sameAs(one.duplicateOf)}`}
            </span>,
            <span key="response" lang="es">
              {one.response ?? '—'}
            </span>,
            <span key="destination" lang="es">
              {one.destinations.filter((text) => text !== '').join(' · ') || '—'}
            </span>,
            say.satisfactions[one.satisfaction],
          ],
        }))}
      />
    </div>
  );
});
