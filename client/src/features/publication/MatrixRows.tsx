// The rows of the matrix: a table on a wide screen, cards on a phone; each folio leads to what became of it.
import type { PublicObservation } from '@cocrea/shared/api/publication.ts';
import { memo, useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Table, type Row } from '../../ui/Table.tsx';
import { FootnotedWords } from '../history/FootnotedWords.tsx';
import styles from './publication.module.css';
import { useWords } from './words.ts';

export const MatrixRows = memo(function MatrixRows({
  observations,
}: {
  readonly observations: readonly PublicObservation[];
}): ReactNode {
  const { publication, observations: about } = useWords();
  const say = publication.matrix;
  // A row that was drawn is kept: what comes below it does not draw it again.
  const rowOf = useMemo(() => {
    const known = new WeakMap<PublicObservation, Row>();
    return (one: PublicObservation): Row => {
      const row = known.get(one) ?? drawn(one, { say, about });
      known.set(one, row);
      return row;
    };
  }, [say, about]);
  return (
    <div className={styles.matrix}>
      <Table caption={say.rows} columns={Object.values(say.columns)} rows={observations.map(rowOf)} />
    </div>
  );
});

type Words = ReturnType<typeof useWords>;
interface MatrixWords {
  readonly say: Words['publication']['matrix'];
  readonly about: Words['observations'];
}

function drawn(one: PublicObservation, { say, about }: MatrixWords): Row {
  return {
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
        {one.section !== '' && <strong>{one.section}. </strong>}«
        <FootnotedWords words={one.quote} />»
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
  };
}
