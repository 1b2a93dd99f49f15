// The rows of the matrix: a table on a wide screen, cards on a phone; each folio leads to what became of it. There may be a thousand: the first are
// drawn at once, the others a portion after the other, without a hand or an eye having to wait for them.
import type { PublicObservation } from '@cocrea/shared/api/publication.ts';
import { memo, startTransition, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { TableFrame, TableRows, type Row } from '../../ui/Table.tsx';
import { FootnotedWords } from '../history/FootnotedWords.tsx';
import styles from './publication.module.css';
import { useWords } from './words.ts';

/** Rows that are drawn in one go: some screens of them, and a few milliseconds of a phone. */
const portion = 50;

export function MatrixRows({ observations }: { readonly observations: readonly PublicObservation[] }): ReactNode {
  const { matrix: say } = useWords().publication;
  const columns = useMemo(() => Object.values(say.columns), [say]);
  const portions = useMemo(
    () =>
      Array.from({ length: Math.ceil(observations.length / portion) }, (_, no) =>
        observations.slice(no * portion, (no + 1) * portion),
      ),
    [observations],
  );
  const [drawn, setDrawn] = useState({ of: portions, count: 1 });
  const count = drawn.of === portions ? drawn.count : 1;
  useEffect(() => {
    if (count >= portions.length) return undefined;
    // After what is drawn was painted, and given up for whatever somebody does meanwhile.
    const timer = setTimeout(() => startTransition(() => setDrawn({ of: portions, count: count + 1 })));
    return () => clearTimeout(timer);
  }, [portions, count]);
  return (
    <div className={styles.matrix}>
      <TableFrame caption={say.rows} columns={columns}>
        {portions.slice(0, count).map((part, no) => (
          <Portion key={no} observations={part} columns={columns} />
        ))}
      </TableFrame>
    </div>
  );
}

/** A portion that was drawn is kept: what comes below it does not draw it again. */
const Portion = memo(function Portion({
  observations,
  columns,
}: {
  readonly observations: readonly PublicObservation[];
  readonly columns: readonly string[];
}): ReactNode {
  const { publication, observations: about } = useWords();
  return <TableRows columns={columns} rows={observations.map((one) => drawn(one, { say: publication.matrix, about }))} />;
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
