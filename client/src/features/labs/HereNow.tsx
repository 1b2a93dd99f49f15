// Who has this lab open at this moment: a row of marks, each leading to the document its person is in, and their names in one line. Always
// as high as it is empty, so that people who come and go move nothing else.
import type { Present } from '@cocrea/shared/api/feed.ts';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useHall, useHere } from '../../api/here.ts';
import { useMe } from '../../api/session.ts';
import { placeOf } from '../../app/text-places.ts';
import { Section } from '../../ui/Page.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';
import styles from './here-now.module.css';

/** As many marks as the narrowest phone shows side by side; a hall of a hundred is a number. */
const shown = 5;

export function HereNow({ lab, documents }: { readonly lab: string; readonly documents: readonly LabDocument[] }): ReactNode {
  const { labPages } = useWords();
  const me = useMe();
  const here = useHere(lab);
  const lost = useHall(({ line }) => line === 'lost');
  const told = useHall(({ people, labId }) => people !== null && labId === lab);
  const others = here.filter(({ personId }) => personId !== me?.personId);
  const known = new Map(documents.map((document) => [document.id, document]));

  function mark({ personId, name, color, actorKind, documentId }: Present): ReactNode {
    const document = documentId === null ? undefined : known.get(documentId);
    if (document === undefined) {
      return (
        <li key={personId} className={styles.person}>
          <PersonMark name={name} color={color} kind={actorKind} />
        </li>
      );
    }
    const label = `${name}, ${labPages.lab.hereIn(document.title)}`;
    return (
      <li key={personId}>
        <Link href={placeOf(lab, document)} className={styles.person} title={label}>
          <span className="visually-hidden">{label}</span>
          <PersonMark name={name} color={color} kind={actorKind} silent />
        </Link>
      </li>
    );
  }

  return (
    <Section
      title={labPages.lab.here}
      actions={told && <span className={styles.count}>{labPages.lab.hereCount(here.length)}</span>}
    >
      <div className={styles.box}>
        {!told && (lost ? <p className={styles.quiet}>{labPages.lab.hereUnknown}</p> : <Skeleton lines={1} tall />)}
        {told && others.length === 0 && <p className={styles.quiet}>{labPages.lab.hereNobody}</p>}
        {others.length > 0 && (
          <>
            <ul className={styles.people}>
              {others.slice(0, shown).map(mark)}
              {others.length > shown && <li className={styles.more}>{labPages.lab.hereMore(others.length - shown)}</li>}
            </ul>
            <p className={styles.names} aria-hidden="true">
              {others.map(({ name }) => name).join(', ')}
            </p>
          </>
        )}
      </div>
    </Section>
  );
}
